// A record id is ten base-36 digits. As a number it takes eight bytes and sorts like the text.

export const ID_LENGTH = 10

/** Parses the id that starts at an offset of a text. */
export const parseId = (text: string, start = 0): number => {
  let id = 0
  for (let i = start; i < start + ID_LENGTH; i++) {
    const code = text.charCodeAt(i)
    id = id * 36 + (code < 58 ? code - 48 : code - 87)
  }
  return id
}

export const formatId = (id: number): string => id.toString(36).padStart(ID_LENGTH, '0')

/** Binary search for an id in sorted ids; -1 when it is not there. */
export const findRow = (ids: Float64Array, id: number): number => {
  let [low, high] = [0, ids.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const value = ids[middle]!
    if (value === id) return middle
    if (value < id) low = middle + 1
    else high = middle - 1
  }
  return -1
}
