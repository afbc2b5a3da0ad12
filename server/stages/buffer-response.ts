import type { ServerResponse } from 'node:http'

type Callback = (error?: Error | null) => void

/** Buffer the response until its end, or stream it as it is written. Chosen once its headers are known. */
export type BufferMode = 'buffer' | 'stream'

type Options = {
  /** Called once, before the first byte. It may still set headers. */
  chooseMode: () => BufferMode
  /** Called at the end of a buffered response. It may set headers, and returns the bytes to send, or null for none. */
  finish: (body: Buffer) => Promise<Buffer | null>
  maxBytes: number
  /** Called when a buffered response exceeds `maxBytes`. True streams the rest, false continues buffering. */
  onOverflow: () => boolean
}

/**
 * Buffers writes to a response, so that headers can be computed from the complete body. Returns a function that
 * discards the buffer; it returns false if bytes were already sent.
 */
export function bufferResponse(
  res: ServerResponse,
  { chooseMode, finish, maxBytes, onOverflow }: Options,
): () => boolean {
  const { write, end, writeHead, flushHeaders } = res
  // Node's own methods call each other, so they are restored before anything is sent.
  const restore = () => Object.assign(res, { write, end, writeHead, flushHeaders })
  let chunks: Buffer[] | null = []
  let size = 0
  let chosen: BufferMode | undefined
  let hasEnded = false
  const mode = () => (chosen ??= chooseMode())

  const switchToStream = () => {
    chosen = 'stream'
    restore()
    for (const chunk of chunks ?? []) res.write(chunk)
    chunks = null
  }

  res.flushHeaders = () => {
    if (mode() !== 'stream') return
    restore()
    res.flushHeaders()
  }
  res.writeHead = ((status: number, ...rest: unknown[]) => {
    res.statusCode = status
    const headers = rest.findLast((value) => typeof value === 'object') as Record<string, string | string[]> | undefined
    for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) res.setHeader(name, value)
    return res
  }) as ServerResponse['writeHead']

  res.write = ((chunk: string | Uint8Array, encoding?: BufferEncoding | Callback, callback?: Callback) => {
    const done = typeof encoding === 'function' ? encoding : callback
    const bytes = toBuffer(chunk, encoding)
    if (mode() === 'stream' || (size > maxBytes && onOverflow())) {
      switchToStream()
      return done ? res.write(bytes, done) : res.write(bytes)
    }
    chunks!.push(bytes)
    size += bytes.length
    if (done) process.nextTick(done)
    return true
  }) as ServerResponse['write']

  res.end = ((chunk?: unknown, encoding?: BufferEncoding | Callback, callback?: Callback) => {
    if (hasEnded) return res
    if (typeof chunk === 'function') return res.end(undefined, chunk as Callback)
    if (chunk != null) res.write(chunk as Buffer, typeof encoding === 'string' ? encoding : 'utf8')
    hasEnded = true
    const done = typeof encoding === 'function' ? encoding : callback
    if (done) res.once('finish', done)
    if (mode() === 'stream') return restore().end()
    finish(chunks!.length === 1 ? chunks![0]! : Buffer.concat(chunks!)).then(
      (body) => (body ? restore().end(body) : restore().end()),
      (error: Error) => res.destroy(error),
    )
    return res
  }) as ServerResponse['end']

  return () => {
    if (hasEnded || !chunks || res.headersSent) return false
    chunks = []
    return true
  }
}

const toBuffer = (chunk: string | Uint8Array, encoding: unknown): Buffer =>
  typeof chunk === 'string'
    ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
    : Buffer.from(chunk)
