import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { ImageResponse } from 'next/og'
import type { ReactElement } from 'react'
import { type Cache, createCache } from '@/lib/platform/caching/create-cache'
import { pictureFonts } from './fonts'

const MAX_BYTES = 24_000_000
const DAY_MS = 24 * 60 * 60_000

type Drawing = { size: { width: number; height: number }; element: () => ReactElement }
type Drawings = { kept: Cache<Buffer>; underWay: Map<string, Promise<Buffer>>; last: Promise<unknown> }

// On globalThis, because Next bundles this file for each route, and all routes take turns.
const store = globalThis as typeof globalThis & { __localRecordDrawings?: Drawings }
const drawings = (store.__localRecordDrawings ??= {
  kept: createCache<Buffer>({ maxSize: MAX_BYTES, sizeOf: ({ length }) => length, ttl: DAY_MS }),
  underWay: new Map(),
  last: Promise.resolve(),
})

/**
 * A PNG, drawn once for all that is shown in it, `content`. One is drawn at a time. A drawing holds the event loop, so
 * the next begins only after as long again: pages have at least half of the time.
 */
export function drawPng(content: string, { size, element }: Drawing): Promise<Buffer> {
  const key = createHash('sha256').update(`${size.width} ${size.height} ${content}`).digest('base64url')
  const kept = drawings.kept.get(key)
  if (kept) return Promise.resolve(kept)
  const underWay = drawings.underWay.get(key)
  if (underWay) return underWay
  const drawn = drawings.last.then(async () => {
    const began = performance.now()
    const { fonts } = await pictureFonts()
    const png = Buffer.from(await new ImageResponse(element(), { ...size, fonts }).arrayBuffer())
    drawings.kept.set(key, png)
    return { png, took: performance.now() - began }
  })
  drawings.last = drawn.then(({ took }) => sleep(took, undefined, { ref: false })).catch(() => {})
  const result = drawn.then(({ png }) => png).finally(() => drawings.underWay.delete(key))
  drawings.underWay.set(key, result)
  return result
}
