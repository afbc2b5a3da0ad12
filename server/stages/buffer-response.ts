import type { ServerResponse } from 'node:http'

type Callback = (error?: Error | null) => void

/** How a response is handled, once its headers are known: kept whole until it ends, or passed on as it comes. */
export type Plan = 'whole' | 'stream'

type Options = {
  /** Called once, before the first byte. It may still set headers. */
  plan: () => Plan
  /** Called at the end of a whole response, with all of its bytes. It sets headers and returns the bytes to send. */
  finish: (body: Buffer) => Promise<Buffer | null>
  /** A response that is longer than this when one more piece of it comes is streamed after all, if it may be. */
  limit: number
  /** Called when a whole response turned out too large for that; false where it has to stay whole. */
  overflow: () => boolean
}

/**
 * Holds back what is written to a response, so that headers can be made from the finished bytes. Returns a function
 * that forgets what was held back so far, and says whether it still could.
 */
export function capture(res: ServerResponse, { plan, finish, limit, overflow }: Options): () => boolean {
  const { write, end, writeHead, flushHeaders } = res
  // Node's own methods call each other, so they go back in place before anything is sent.
  const release = () => Object.assign(res, { write, end, writeHead, flushHeaders })
  let kept: Buffer[] | null = []
  let size = 0
  let decided: Plan | undefined
  let ended = false
  const decide = () => (decided ??= plan())

  const toStream = () => {
    decided = 'stream'
    release()
    for (const chunk of kept ?? []) res.write(chunk)
    kept = null
  }

  res.flushHeaders = () => {
    if (decide() !== 'stream') return
    release()
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
    if (decide() === 'stream' || (size > limit && overflow())) {
      toStream()
      return done ? res.write(bytes, done) : res.write(bytes)
    }
    kept!.push(bytes)
    size += bytes.length
    if (done) process.nextTick(done)
    return true
  }) as ServerResponse['write']

  res.end = ((chunk?: unknown, encoding?: BufferEncoding | Callback, callback?: Callback) => {
    if (ended) return res
    if (typeof chunk === 'function') return res.end(undefined, chunk as Callback)
    if (chunk != null) res.write(chunk as Buffer, typeof encoding === 'string' ? encoding : 'utf8')
    ended = true
    const done = typeof encoding === 'function' ? encoding : callback
    if (done) res.once('finish', done)
    if (decide() === 'stream') return release().end()
    finish(kept!.length === 1 ? kept![0]! : Buffer.concat(kept!)).then(
      (body) => (body ? release().end(body) : release().end()),
      (error: Error) => res.destroy(error),
    )
    return res
  }) as ServerResponse['end']

  return () => {
    if (ended || !kept || res.headersSent) return false
    kept = []
    return true
  }
}

const toBuffer = (chunk: string | Uint8Array, encoding: unknown): Buffer =>
  typeof chunk === 'string'
    ? Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8')
    : Buffer.from(chunk)
