import { inflateSync } from 'node:zlib'

/** The characters that a WOFF font supports, read from its cmap table (formats 4 and 12). */
export function charactersOf(woff: Buffer): Set<number> {
  const map = tableOf(woff, 'cmap')
  const found = new Set<number>()
  for (let at = 0; at < map.readUInt16BE(2); at++) {
    const start = map.readUInt32BE(4 + at * 8 + 4)
    const format = map.readUInt16BE(start)
    if (format === 12) readGroups(map.subarray(start), found)
    if (format === 4) readSegments(map.subarray(start), found)
  }
  return found
}

function tableOf(woff: Buffer, name: string): Buffer {
  for (let at = 0; at < woff.readUInt16BE(12); at++) {
    const entry = 44 + at * 20
    if (woff.toString('latin1', entry, entry + 4) !== name) continue
    const [offset, packed, size] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number,
    ]
    const bytes = woff.subarray(offset, offset + packed)
    return packed < size ? inflateSync(bytes) : bytes
  }
  throw new Error(`The font has no table ${name}.`)
}

function readGroups(table: Buffer, into: Set<number>): void {
  for (let at = 0; at < table.readUInt32BE(12); at++) {
    const group = 16 + at * 12
    for (let code = table.readUInt32BE(group); code <= table.readUInt32BE(group + 4); code++) into.add(code)
  }
}

function readSegments(table: Buffer, into: Set<number>): void {
  const bytes = table.readUInt16BE(6)
  const [ends, starts, deltas, offsets] = [14, 16 + bytes, 16 + 2 * bytes, 16 + 3 * bytes] as const
  for (let at = 0; at < bytes; at += 2) {
    const start = table.readUInt16BE(starts + at)
    const delta = table.readUInt16BE(deltas + at)
    const offset = table.readUInt16BE(offsets + at)
    for (let code = start; code <= table.readUInt16BE(ends + at) && code < 0xffff; code++) {
      const glyph = offset ? table.readUInt16BE(offsets + at + offset + (code - start) * 2) : (code + delta) & 0xffff
      if (glyph !== 0) into.add(code)
    }
  }
}
