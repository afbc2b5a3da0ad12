/** Ids are ten digits and letters: as numbers to the base of 36 they take eight bytes, and keep their order. */
export const LENGTH = 10

export const idAt = (text: string, start: number): number => {
  let id = 0
  for (let at = start; at < start + LENGTH; at++) {
    const letter = text.charCodeAt(at)
    id = id * 36 + (letter < 58 ? letter - 48 : letter - 87)
  }
  return id
}

export const idText = (id: number): string => id.toString(36).padStart(LENGTH, '0')

/** The row of an id among sorted ids; -1 where there is none. */
export const rowOf = (ids: Float64Array, id: number): number => {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = ids[middle]!
    if (found === id) return middle
    if (found < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
