/** The size of plain data: two bytes per character and sixteen per value. Stops counting above `limit`. */
export const sizeOf = (value: unknown, limit: number): number => {
  let size = 0
  const stack = [value]
  while (stack.length && size <= limit) {
    const one = stack.pop()
    size += 16
    if (typeof one === 'string') size += 2 * one.length
    else if (typeof one === 'object' && one !== null)
      for (const [name, inner] of Object.entries(one)) {
        size += 2 * name.length
        stack.push(inner)
      }
  }
  return size
}
