const BYTE_ORDER_MARKS: [bytes: number[], charset: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/**
 * Bytes as text, by what says it first: the mark at their beginning, the header, the page itself. Where nothing does,
 * they are UTF-8 if they can be, else what old pages are, windows-1252.
 */
export const decode = (bytes: Buffer, contentType: string): string => {
  const mark = BYTE_ORDER_MARKS.find(([start]) => start.every((byte, at) => bytes[at] === byte))?.[1]
  const said = mark ?? charsetIn(contentType) ?? charsetIn(metaIn(bytes.subarray(0, 4096).toString('latin1')))
  const named = said && decoderFor(said)
  if (named) return named.encoding === 'windows-1252' ? western(bytes) : named.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return western(bytes)
  }
}

// Node reads windows-1252 as if it were Latin-1, which has control characters where curly quotes should be.
const western = (bytes: Buffer): string =>
  bytes.toString('latin1').replace(/[\x80-\x9f]/g, (character) => WESTERN[character.charCodeAt(0) - 0x80]!)

const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const charsetIn = (text: string): string | undefined => /charset\s*=[\s"']*([\w.:-]+)/i.exec(text)?.[1]

const metaIn = (start: string): string =>
  (start.match(/<meta\s[^>]*>/gi) ?? []).find((tag) => /charset/i.test(tag)) ?? ''

const decoderFor = (charset: string): TextDecoder | undefined => {
  try {
    return new TextDecoder(charset)
  } catch {
    return undefined
  }
}
