import type { ServerResponse } from 'node:http'
import type { Limit } from '@/server/route-matcher'
import { isFresh } from '@/lib/platform/http/headers'

/** An answer as it was sent: all that is needed to send it again. */
export type Finished = {
  /** Names and values in turn, as Node takes them without a look. */
  headers: string[]
  /** The same for a reader who has it. */
  fresh: string[]
  etag: string
  body: Buffer
  /** Whoever gets it is counted. */
  limit?: Limit | null | undefined
}

/** What an answer without a body does not say. */
export const CONTENT = ['content-type', 'content-length', 'content-encoding']

/** A finished answer with the headers that are set. */
export function finishedAs(res: ServerResponse, body: Buffer, limit?: Limit | null): Finished {
  const headers: string[] = []
  const fresh: string[] = []
  for (const name of res.getHeaderNames())
    for (const value of [res.getHeader(name)!].flat()) {
      headers.push(name, String(value))
      if (!CONTENT.includes(name)) fresh.push(name, String(value))
    }
  return { headers, fresh, etag: String(res.getHeader('ETag') ?? ''), body, limit }
}

/** Sends an answer again, or says that the reader has it. */
export function resend(res: ServerResponse, { headers, fresh, etag, body }: Finished, ifNoneMatch?: string): void {
  if (ifNoneMatch !== undefined && isFresh(ifNoneMatch, etag)) res.writeHead(304, fresh).end()
  else res.writeHead(200, headers).end(body)
}

type Options = {
  /** Bytes to keep at most, all answers together. */
  most?: number
  /** Larger answers are not kept. */
  largest?: number
  /** How long an answer is good for when nothing is published, in milliseconds. */
  age?: number
  now?: () => number
}

/** The same bytes in memory of their own: what compressing gives is the beginning of a piece of 16 kB, which it holds. */
const alone = (body: Buffer): Buffer => {
  const own = Buffer.allocUnsafeSlow(body.length)
  body.copy(own)
  return own
}

/** What an answer without a body weighs: its key and headers. */
const WEIGHT = 1_000

/**
 * Finished answers, kept until something is published. Anything published may show on any page, and happens a few
 * times a day: so all of them are forgotten then, and there is nothing to get wrong.
 */
export function finishedAnswers({
  most = 64_000_000,
  largest = 1_000_000,
  age = 60_000,
  now = () => performance.now(),
}: Options = {}) {
  const making = new Map<string, Promise<void>>()
  const kept = new Map<string, { answer: Finished; until: number }>()
  let size = 0
  let published = 0
  let canInvalidate = false

  const drop = (key: string) => {
    size -= WEIGHT + (kept.get(key)?.answer.body.length ?? 0)
    kept.delete(key)
  }

  return {
    find(key: string): Finished | undefined {
      const found = kept.get(key)
      if (!found) return undefined
      drop(key)
      if (found.until <= now()) return undefined
      // At the end of the map again: what was asked for last is dropped last.
      kept.set(key, found)
      size += WEIGHT + found.answer.body.length
      return found.answer
    },

    /** What somebody else is just having made; undefined when nobody is, or when it was not to be kept. */
    soon(key: string): Promise<Finished | undefined> | undefined {
      return making.get(key)?.then(() => this.find(key))
    },

    /**
     * Called when an answer is begun; the result keeps it, unless something was published in between. Whoever asks for
     * the same meanwhile waits until it is done.
     */
    begin(of?: string): ((key: string, answer: Finished) => void) & { done: () => void } {
      const then = published
      let done = () => {}
      if (of !== undefined && !making.has(of)) {
        const made = new Promise<void>((resolve) => {
          done = () => {
            if (making.get(of) === made) making.delete(of)
            resolve()
          }
        })
        making.set(of, made)
      }
      const keep = (key: string, answer: Finished) => {
        if (!canInvalidate || published !== then || answer.body.length > largest) return
        if (kept.has(key)) drop(key)
        kept.set(key, { answer: { ...answer, body: alone(answer.body) }, until: now() + age })
        size += WEIGHT + answer.body.length
        for (const oldest of kept.keys()) {
          if (size <= most) break
          drop(oldest)
        }
      }
      return Object.assign(keep, { done: () => done() })
    },

    /** Something was published. */
    forget(): void {
      published += 1
      kept.clear()
      size = 0
    },

    /** Whether nobody would tell us that something is published: then nothing is kept. So it is at first. */
    setInvalidationAvailable(isAvailable: boolean): void {
      this.forget()
      canInvalidate = isAvailable
    },

    get size() {
      return size
    },
  }
}

export type FinishedAnswers = ReturnType<typeof finishedAnswers>
