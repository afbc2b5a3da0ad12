import { createHash } from 'node:crypto'
import { Zip, ZipDeflate } from 'fflate'

/** The modification time of every file, ZIP's earliest, so that equal content gives equal bytes. */
const TIME = new Date(1980, 0, 1)

/** A file to add to an archive. */
export const zipStream = (path: string): ZipDeflate =>
  Object.assign(new ZipDeflate(path, { level: 6 }), { mtime: TIME })

/** A file for an archive, its content in pieces. */
export type ZipEntry = { path: string; pieces: AsyncIterable<string> | Iterable<string> }

/** Size and hash of a file that was written. */
export type ZipOutput = { path: string; bytes: number; sha256: string }

/** Streams a ZIP archive. `files` receives what was written so far, so that a later file can list the earlier ones. */
export async function* zipOf(
  files: (written: readonly ZipOutput[]) => AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  const encoder = new TextEncoder()
  const written: ZipOutput[] = []
  for await (const { path, pieces } of files(written)) {
    const file = zipStream(path)
    zip.add(file)
    const hash = createHash('sha256')
    let bytes = 0
    for await (const piece of pieces) {
      const chunk = encoder.encode(piece)
      hash.update(chunk)
      bytes += chunk.length
      file.push(chunk)
      yield* ready.splice(0)
    }
    file.push(new Uint8Array(0), true)
    written.push({ path, bytes, sha256: hash.digest('hex') })
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}
