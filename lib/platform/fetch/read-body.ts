import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { Unreadable } from './failures'

const UNPACK: Record<string, () => zlib.Gunzip | zlib.BrotliDecompress | zlib.Inflate> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
  br: zlib.createBrotliDecompress,
}

/**
 * The bytes of an answer, unpacked. It stops at the limit, counted on both sides of the unpacking, so that neither an
 * endless answer nor a small one that unpacks to something huge is held in memory.
 * @throws Unreadable
 */
export async function readBody(answer: IncomingMessage, limit: number, signal: AbortSignal): Promise<Buffer> {
  const encoding = (answer.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const unpacker = UNPACK[encoding]?.()
  if (!unpacker && encoding !== 'identity' && encoding !== '')
    throw new Unreadable({ code: 'damaged', detail: encoding })
  if (Number(answer.headers['content-length'] ?? 0) > limit) throw new Unreadable({ code: 'too_large' })
  try {
    return await collected(unpacker ? unpacked(answer, unpacker, limit) : answer, limit)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable({ code: signal.aborted ? 'too_slow' : 'damaged' })
  } finally {
    answer.destroy()
    unpacker?.destroy()
  }
}

const unpacked = (answer: IncomingMessage, unpacker: zlib.Gunzip | zlib.Inflate, limit: number): Readable => {
  let packed = 0
  answer.on('data', (chunk: Buffer) => {
    packed += chunk.length
    if (packed > limit) unpacker.destroy(new Unreadable({ code: 'too_large' }))
  })
  answer.on('error', (error) => unpacker.destroy(error))
  answer.on('aborted', () => unpacker.destroy(new Error('cut off')))
  return answer.pipe(unpacker)
}

async function collected(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new Unreadable({ code: 'too_large' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
