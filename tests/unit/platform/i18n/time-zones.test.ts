import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { localTimeIn, instantOf, formatInstant, timeZoneOptions } from '@/lib/platform/i18n/time-zones'

const NEW_YORK = 'America/New_York'

describe('a moment that an editor chooses', () => {
  test('is formatted with its date, time and zone abbreviation', () => {
    const moment = instantOf('2026-11-27T09:00', NEW_YORK)
    expect(moment).toEqual({ found: 'once', at: new Date('2026-11-27T14:00:00Z') })
    expect(formatInstant(new Date('2026-11-27T14:00:00Z'), NEW_YORK, 'en')).toBe('Fri 27 Nov 2026, 09:00 EST')
    expect(formatInstant(new Date('2026-11-27T14:00:00Z'), NEW_YORK, 'es')).toBe('vie 27 nov 2026, 09:00 EST')
    expect(formatInstant(new Date('2026-09-01T16:30:00Z'), 'America/Los_Angeles', 'en')).toBe(
      'Tue 1 Sep 2026, 09:30 PDT',
    )
  })
  test('does not exist in a DST gap, and the next valid one is suggested', () => {
    expect(instantOf('2026-03-08T02:30', NEW_YORK)).toEqual({ found: 'never', next: '2026-03-08T03:30' })
    expect(instantOf('2026-03-08T03:00', NEW_YORK)).toMatchObject({ at: new Date('2026-03-08T07:00:00Z') })
    expect(instantOf('2026-03-08T02:30', 'America/Phoenix')).toMatchObject({ found: 'once' })
  })
  test('is the first of two in a DST overlap', () => {
    expect(instantOf('2026-11-01T01:30', NEW_YORK)).toEqual({ found: 'twice', at: new Date('2026-11-01T05:30:00Z') })
  })
  test('is not guessed from invalid input', () => {
    for (const text of ['', '2026-02-30T09:00', '2026-13-01T09:00', '2026-01-01T24:00', 'tomorrow', '2026-01-01'])
      expect(instantOf(text, NEW_YORK)).toEqual({ found: 'unreadable' })
  })
  test('round-trips through local time in every zone, except in a DST overlap', () => {
    const zone = fc.constantFrom(...timeZoneOptions('Australia/Lord_Howe'), 'Asia/Kolkata', 'Europe/Madrid')
    const minute = fc.integer({ min: 27_000_000, max: 32_000_000 }).map((minutes) => new Date(minutes * 60_000))
    fc.assert(
      fc.property(zone, minute, (name, at) => {
        const moment = instantOf(localTimeIn(at, name), name)
        expect(moment.found === 'once' || moment.found === 'twice').toBe(true)
        const found = (moment as { at: Date }).at
        expect(localTimeIn(found, name)).toBe(localTimeIn(at, name))
        expect(moment.found === 'once' ? found : at).toEqual(at)
      }),
      { numRuns: 150 },
    )
  })
})
