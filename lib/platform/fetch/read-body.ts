import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import zlib from 'node:zlib'
import { Unreadable } from './failures'

// No Brotli: in Node before 22.23.4 and 24.22.1, and in every Node 20, a stream from a stranger can run code through its
// decoder (CVE-2026-111497). Servers send it only to clients that ask for it.
const DECOMPRESSORS: Record<string, () => zlib.Gunzip | zlib.Inflate> = {
  gzip: zlib.createGunzip,
  'x-gzip': zlib.createGunzip,
  deflate: zlib.createInflate,
}

/**
 * The decompressed body of a response. Stops at the limit, counted before and after decompression, so that neither an
 * endless response nor a compression bomb fills the memory.
 * @throws Unreadable
 */
export async function readBody(response: IncomingMessage, limit: number, signal: AbortSignal): Promise<Buffer> {
  const encoding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const decompressor = DECOMPRESSORS[encoding]?.()
  if (!decompressor && encoding !== 'identity' && encoding !== '')
    throw new Unreadable({ code: 'damaged', detail: encoding })
  if (Number(response.headers['content-length'] ?? 0) > limit) throw new Unreadable({ code: 'too_large' })
  try {
    return await collected(decompressor ? decompressed(response, decompressor, limit) : response, limit)
  } catch (error) {
    if (error instanceof Unreadable) throw error
    throw new Unreadable({ code: signal.aborted ? 'too_slow' : 'damaged' })
  } finally {
    response.destroy()
    decompressor?.destroy()
  }
}

const decompressed = (response: IncomingMessage, decompressor: zlib.Gunzip | zlib.Inflate, limit: number): Readable => {
  let received = 0
  response.on('data', (chunk: Buffer) => {
    received += chunk.length
    if (received > limit) decompressor.destroy(new Unreadable({ code: 'too_large' }))
  })
  response.on('error', (error) => decompressor.destroy(error))
  response.on('aborted', () => decompressor.destroy(new Error('cut off')))
  return response.pipe(decompressor)
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
