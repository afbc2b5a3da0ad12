import { createHash } from 'node:crypto'
import { Zip, ZipDeflate } from 'fflate'

/** What every file in an archive says of when it was changed, so that the same content is the same bytes: the earliest. */
const TIME = new Date(1980, 0, 1)

/** A file of an archive that is about to be written. */
export const zipStream = (path: string): ZipDeflate =>
  Object.assign(new ZipDeflate(path, { level: 6 }), { mtime: TIME })

/** A file for an archive, in pieces. */
export type ZipEntry = { path: string; pieces: AsyncIterable<string> | Iterable<string> }

/** What is known of a file once it is written. */
export type ZipOutput = { path: string; bytes: number; sha256: string }

/** A ZIP, written as its files come. Files may be made from what was written before them. */
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
