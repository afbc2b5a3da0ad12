/** Strings as concatenated UTF-8 bytes with offsets, in shared memory. String `i` is `bytes[starts[i]..starts[i + 1]]`. */
export type PackedTexts = { bytes: Uint8Array; starts: Int32Array }

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export const textAt = ({ bytes, starts }: PackedTexts, index: number): string =>
  // TextDecoder rejects shared memory, so decode a copy.
  decoder.decode(bytes.slice(starts[index], starts[index + 1]))

export const bytesAt = ({ bytes, starts }: PackedTexts, index: number): Uint8Array =>
  bytes.subarray(starts[index], starts[index + 1])

/** Binary search for a text in texts sorted by `compareBytes`; -1 when it is not there. */
export const findText = (texts: PackedTexts, text: string): number => {
  const target = encoder.encode(text)
  let [low, high] = [0, texts.starts.length - 2]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const order = compareBytes(bytesAt(texts, middle), target)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** Byte order, which is the order of PostgreSQL's "C" collation. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** Packs encoded texts in the given order. */
export const packTexts = (texts: readonly Uint8Array[]): PackedTexts => {
  const starts = new Int32Array(new SharedArrayBuffer((texts.length + 1) * 4))
  for (const [i, text] of texts.entries()) starts[i + 1] = starts[i]! + text.length
  const bytes = new Uint8Array(new SharedArrayBuffer(starts[texts.length]!))
  for (const [i, text] of texts.entries()) bytes.set(text, starts[i])
  return { bytes, starts }
}
