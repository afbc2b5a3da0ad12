import { buffer } from 'node:stream/consumers'
import { type Entry, type ZipFile, fromBufferPromise } from 'yauzl'
import { Invalid } from '@/lib/platform/errors/errors'
import { UPLOAD_LIMITS, rejectFile } from '@/lib/platform/settings/upload-limits'

/**
 * Reads the requested files of a ZIP archive. The sizes that the archive declares are added up before anything
 * is unpacked, and yauzl ends an entry that unpacks to more than its declared size.
 * @throws Invalid for an archive that is damaged, encrypted or too large.
 */
export async function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Promise<Map<string, string>> {
  try {
    // Names stay bytes: none becomes a path here, so one such as "../x" is no reason to reject the archive.
    const options = { decodeStrings: false, validateEntrySizes: true }
    const archive = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options)
    const entries = await wantedEntries(archive, wanted)
    if (sum(entries.map(({ entry }) => entry.uncompressedSize)) > UPLOAD_LIMITS.unpacked)
      rejectFile('unpacks_too_large')
    const files = new Map<string, string>()
    for (const { name, entry } of entries)
      files.set(name, (await buffer(await archive.openReadStreamPromise(entry))).toString('utf8'))
    return files
  } catch (error) {
    if (error instanceof Invalid) throw error
    return rejectFile(/^too many bytes/.test((error as Error).message) ? 'unpacks_too_large' : 'not_workbook')
  }
}

async function wantedEntries(archive: ZipFile, wanted: (name: string) => boolean) {
  if (archive.entryCount > UPLOAD_LIMITS.parts) rejectFile('unpacks_too_large')
  const entries: { name: string; entry: Entry }[] = []
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileNameRaw.toString('utf8')
    if (wanted(name)) entries.push({ name, entry })
  }
  return entries
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)
