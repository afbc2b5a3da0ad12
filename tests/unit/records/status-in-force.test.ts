import fc from 'fast-check'
import { expect, test } from 'vitest'
import { STATUS_STRENGTH, eventInForce, indexInForce } from '@/lib/records/shared/status-in-force'
import { STATUS, type Status } from '@/lib/vocabularies/instruments'

const shown = (...statuses: Status[]) => eventInForce(statuses.map((status) => ({ status })))?.status

test.each<[Status[], Status]>([
  [['adopted', 'reported'], 'adopted'],
  [['signed', 'listed', 'listed'], 'signed'],
  [['proposed', 'adopted', 'in_effect', 'amended'], 'in_effect'],
  [['in_effect', 'rescinded'], 'rescinded'],
  [['in_effect', 'rescinded', 'reported'], 'rescinded'],
  [['in_effect', 'enjoined', 'in_effect', 'reported'], 'in_effect'],
  [['in_effect', 'enjoined', 'reaffirmed'], 'reaffirmed'],
  [['in_effect', 'enjoined', 'superseded'], 'superseded'],
  [['reported', 'announced'], 'announced'],
  [['passed', 'vetoed'], 'vetoed'],
  [['passed', 'vetoed', 'veto_overridden', 'in_effect'], 'in_effect'],
  [['in_effect', 'struck_down', 'upheld'], 'upheld'],
  [['in_effect', 'enjoined_in_part'], 'in_effect'],
  [['filed', 'died'], 'died'],
])('of %j the status that holds is %s', (statuses, status) => expect(shown(...statuses)).toBe(status))

test('without events there is no status', () => expect(eventInForce([])).toBeUndefined())

const statuses = fc.array(fc.constantFrom(...(Object.keys(STATUS) as Status[])), { minLength: 1, maxLength: 6 })

test('a report or a listing never hides what was there', () =>
  fc.assert(
    fc.property(statuses, (before) => {
      for (const weak of ['reported', 'listed'] as const)
        if (!before.every((one) => one === 'reported' || one === 'listed'))
          expect(shown(...before, weak)).toBe(shown(...before))
    }),
  ))

test('every status has a strength', () =>
  expect(Object.keys(STATUS_STRENGTH).toSorted()).toEqual(Object.keys(STATUS).toSorted()))

test('the status that holds is one of the events', () =>
  fc.assert(
    fc.property(statuses, (all) => {
      expect(indexInForce(all.map((status) => ({ status })))).toBeLessThan(all.length)
    }),
  ))
