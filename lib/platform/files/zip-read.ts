import { inflateRawSync } from 'node:zlib'
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'

const END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const STORED = 0
const DEFLATED = 8

type Entry = { name: string; method: number; packed: number; unpacked: number; at: number }

/**
 * The named files of a ZIP archive. What they claim to unpack to is added up before anything is unpacked, and none may
 * unpack to more than it claims.
 */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, string> {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = entriesOf(archive).filter(({ name }) => wanted(name))
  if (entries.reduce((sum, one) => sum + one.unpacked, 0) > UPLOAD_LIMITS.unpacked) rejectFile('unpacks_too_large')
  return new Map(entries.map((one) => [one.name, contentOf(archive, one).toString('utf8')]))
}

function entriesOf(archive: Buffer): Entry[] {
  const end = endOf(archive)
  const count = archive.readUInt16LE(end + 10)
  if (count > UPLOAD_LIMITS.parts) rejectFile('unpacks_too_large')
  let at = archive.readUInt32LE(end + 16)
  return Array.from({ length: count }, () => {
    if (at + 46 > archive.length || archive.readUInt32LE(at) !== ENTRY) return rejectFile('not_workbook')
    const encrypted = (archive.readUInt16LE(at + 8) & 1) === 1
    const [name, extra, comment] = [28, 30, 32].map((offset) => archive.readUInt16LE(at + offset))
    const entry = {
      name: archive.toString('utf8', at + 46, at + 46 + name!),
      method: archive.readUInt16LE(at + 10),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      at: archive.readUInt32LE(at + 42),
    }
    if (encrypted || (entry.method !== STORED && entry.method !== DEFLATED)) rejectFile('not_workbook')
    at += 46 + name! + extra! + comment!
    return entry
  })
}

/** The directory's end stands at the end of the archive, before a comment of at most 65,535 bytes. */
function endOf(archive: Buffer): number {
  for (let at = archive.length - 22; at >= Math.max(0, archive.length - 65_557); at--)
    if (archive.readUInt32LE(at) === END) return at
  return rejectFile('not_workbook')
}

function contentOf(archive: Buffer, { method, packed, unpacked, at }: Entry): Buffer {
  if (at + 30 > archive.length || archive.readUInt32LE(at) !== LOCAL) rejectFile('not_workbook')
  const from = at + 30 + archive.readUInt16LE(at + 26) + archive.readUInt16LE(at + 28)
  const data = archive.subarray(from, from + packed)
  if (method === STORED) return data.length === unpacked ? data : rejectFile('not_workbook')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(unpacked, 1) })
  } catch (error) {
    return rejectFile(
      (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? 'unpacks_too_large' : 'not_workbook',
    )
  }
}
