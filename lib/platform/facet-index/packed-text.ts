/** Texts as their bytes, one after another, so that threads can share them. */
export type Texts = { bytes: Uint8Array; starts: Int32Array }

const coder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { ignoreBOM: true })

export const textAt = ({ bytes, starts }: Texts, at: number): string =>
  // A copy, because a decoder takes no shared memory.
  decoder.decode(bytes.slice(starts[at], starts[at + 1]))

/** Where a text stands among texts that are in the order of their bytes; -1 where it does not. */
export const findText = (texts: Texts, text: string): number => {
  const sought = coder.encode(text)
  let [low, high] = [0, texts.starts.length - 2]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const order = compareBytes(bytesAt(texts, middle), sought)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}

export const bytesAt = ({ bytes, starts }: Texts, at: number): Uint8Array => bytes.subarray(starts[at], starts[at + 1])

/** The order of two texts as PostgreSQL's C collation has it. */
export const compareBytes = (a: Uint8Array, b: Uint8Array): number => {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) if (a[at] !== b[at]) return a[at]! - b[at]!
  return a.length - b.length
}

/** Packs texts, in the order in which they are given. */
export const packTexts = (texts: readonly Uint8Array[]): Texts => {
  const starts = new Int32Array(new SharedArrayBuffer((texts.length + 1) * 4))
  for (const [at, text] of texts.entries()) starts[at + 1] = starts[at]! + text.length
  const bytes = new Uint8Array(new SharedArrayBuffer(starts[texts.length]!))
  for (const [at, text] of texts.entries()) bytes.set(text, starts[at])
  return { bytes, starts }
}
