const BYTE_ORDER_MARKS: [bytes: number[], charset: string][] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xfe, 0xff], 'utf-16be'],
  [[0xff, 0xfe], 'utf-16le'],
]

/**
 * Decodes bytes by the first of: byte order mark, header, the page's meta element. Without any of them they are UTF-8
 * where that is valid, else windows-1252, the encoding of old pages.
 */
export const decode = (bytes: Buffer, contentType: string): string => {
  const mark = BYTE_ORDER_MARKS.find(([start]) => start.every((byte, index) => bytes[index] === byte))?.[1]
  const charset = mark ?? charsetIn(contentType) ?? charsetIn(metaIn(bytes.subarray(0, 4096).toString('latin1')))
  const decoder = charset && decoderFor(charset)
  if (decoder) return decoder.encoding === 'windows-1252' ? western(bytes) : decoder.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return western(bytes)
  }
}

// Node decodes windows-1252 as Latin-1, which has control characters in place of curly quotes.
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
