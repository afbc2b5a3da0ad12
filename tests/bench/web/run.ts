import { chromium } from '@playwright/test'
import { compress } from '@/server/stages/compression'
import { findBrowser } from '@/tests/e2e/browser'
import { median } from '../statistics'
import type { Sample } from '../sample'
import { pages } from './pages'
import type { Cost } from './targets'
import { type Visit, visit } from './visit'

const KB = 1_000

/** The scripts of a page of an empty Next app, compressed like ours. */
async function floor(scripts: readonly string[]): Promise<number> {
  const sizes = scripts.map(async (url) => {
    const body = Buffer.from(await (await fetch(url)).arrayBuffer())
    return (await compress(body, 'br', 'max')).length
  })
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
}

export type Costs = { floor: number; pages: Record<string, Record<Cost, number>> }

/** Opens every page several times, in turn, each as a new reader with a phone. Returns the medians. */
export async function costs(site: string, empty: string, sample: Sample, rounds: number): Promise<Costs> {
  const browser = await chromium.launch(findBrowser())
  try {
    const least = await floor((await visit(browser, `${empty}/`)).scripts)
    const visits: Record<string, Visit[]> = {}
    for (let round = 0; round <= rounds; round++)
      for (const [name, path] of Object.entries(pages(sample))) {
        const one = await visit(browser, site + path)
        // Warm-up: the first request renders the page, and later ones hit the cache.
        if (round > 0) (visits[name] ??= []).push(one)
      }
    const costOf = (all: Visit[]): Record<Cost, number> => {
      const middle = (of: (one: Visit) => number) => median(all.map(of))
      return {
        script: (middle(({ bytes }) => bytes.Script) - least) / KB,
        html: middle(({ bytes }) => bytes.Document) / KB,
        css: middle(({ bytes }) => bytes.Stylesheet) / KB,
        fonts: middle(({ bytes }) => bytes.Font) / KB,
        largestPaint: middle(({ largestPaint }) => largestPaint),
        blocked: middle(({ blocked }) => blocked),
        shift: Number(middle(({ shift }) => shift).toFixed(3)),
      }
    }
    const found = Object.entries(visits).map(([name, all]) => [name, costOf(all)] as const)
    return { floor: least / KB, pages: Object.fromEntries(found) }
  } finally {
    await browser.close()
  }
}
