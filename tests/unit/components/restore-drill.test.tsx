import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { RestoreDrillNote } from '@/components/admin/home/restore-drill'
import { DRILL_OUTCOMES } from '@/lib/platform/backups/restore-drill'

const AT = '2026-11-29T15:00:00.000Z'
const textOf = (lang: 'en' | 'es', drill: Parameters<typeof RestoreDrillNote>[0]['drill']) =>
  renderToStaticMarkup(<RestoreDrillNote lang={lang} drill={drill} zone="America/New_York" />).replace(/<[^>]+>/g, ' ')

test.each(['en', 'es'] as const)('in %s, every outcome has its date and words of its own', (lang) => {
  const texts = DRILL_OUTCOMES.map((outcome) =>
    textOf(lang, { at: AT, outcome, backupMade: AT, rows: 1_234, isOld: false }),
  )
  expect(new Set(texts).size).toBe(DRILL_OUTCOMES.length)
  for (const text of texts) expect(text).toMatch(/29 nov 2026, 10:00/i)
  // Only a failure says what to do.
  expect(texts.map((text) => text.includes('npm run drill'))).toEqual([false, true, true, true, true])
})

test.each(['en', 'es'] as const)('in %s, no drill and an old one are said, with what to do', (lang) => {
  const never = textOf(lang, null)
  const old = textOf(lang, { at: AT, outcome: 'passed', backupMade: null, rows: 1, isOld: true })
  for (const text of [never, old]) expect(text).toContain('npm run drill')
  expect(old).toContain('90')
  expect(never).not.toContain('2026')
})
