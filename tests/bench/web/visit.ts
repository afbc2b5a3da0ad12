import type { Browser, CDPSession, Page } from '@playwright/test'

/** The cost of a page for its reader: compressed bytes by kind, and times in milliseconds. */
export type Visit = {
  bytes: Readonly<Record<Kind, number>>
  scripts: string[]
  largestPaint: number
  blocked: number
  shift: number
}
export type Kind = 'Document' | 'Script' | 'Stylesheet' | 'Font'

// Lighthouse's mobile profile: a small phone with a quarter of this processor's speed on a slow network.
const TELEPHONE = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
} as const
const SLOWDOWN = 4
const NETWORK = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_638.4 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
}

/** A longer task delays input (long task). */
const LONG = 50

type Noted = { largestPaint: number; tasks: [start: number, duration: number][]; shift: number; painted: number }

/** Runs in the page before its own scripts. Named functions would need a bundler helper that the page does not have. */
const observe = () => {
  const noted: Noted = { largestPaint: 0, tasks: [], shift: 0, painted: 0 }
  Object.assign(window, { noted })
  const notes: [type: string, note: (entry: PerformanceEntry) => void][] = [
    ['largest-contentful-paint', ({ startTime }) => (noted.largestPaint = startTime)],
    ['longtask', ({ startTime, duration }) => noted.tasks.push([startTime, duration])],
    ['paint', ({ startTime }) => (noted.painted = Math.max(noted.painted, startTime))],
    ['layout-shift', (entry) => (noted.shift += (entry as PerformanceEntry & { value: number }).value)],
  ]
  for (const [type, note] of notes)
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true })
}

/** Opens a page as a new reader with a phone, and waits until it is idle. */
export async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext(TELEPHONE)
  try {
    const page = await context.newPage()
    const session = await context.newCDPSession(page)
    const received = await count(session)
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN })
    await session.send('Network.emulateNetworkConditions', NETWORK)
    await page.addInitScript(observe)
    await page.goto(address, { waitUntil: 'networkidle', timeout: 60_000 })
    await page.waitForTimeout(1_000)
    return { ...received(), ...(await felt(page)) }
  } finally {
    await context.close()
  }
}

const felt = async (page: Page): Promise<Pick<Visit, 'largestPaint' | 'blocked' | 'shift'>> => {
  const { largestPaint, tasks, shift, painted } = await page.evaluate(
    () => (window as Window & { noted?: Noted }).noted!,
  )
  const blocked = tasks
    .filter(([start]) => start >= painted)
    .reduce((sum, [, duration]) => sum + Math.max(0, duration - LONG), 0)
  return { largestPaint, blocked, shift }
}

/** Counts the transferred bytes by kind. */
async function count(session: CDPSession) {
  const kinds = new Map<string, { kind: string; url: string }>()
  const bytes = { Document: 0, Script: 0, Stylesheet: 0, Font: 0 }
  const scripts: string[] = []
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  session.on('Network.responseReceived', ({ requestId, type, response }) =>
    kinds.set(requestId, { kind: type, url: response.url }),
  )
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { kind, url } = kinds.get(requestId) ?? { kind: '', url: '' }
    if (!(kind in bytes)) return
    bytes[kind as Kind] += encodedDataLength
    if (kind === 'Script') scripts.push(url)
  })
  return () => ({ bytes, scripts })
}
