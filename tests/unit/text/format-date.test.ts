import { expect, test } from 'vitest'
import { formatInexactDate, formatDay, machineDate, dateSentence } from '@/lib/text/format-date'

const CASES: [edtf: string, english: string, spanish: string][] = [
  ['2025-01-22', '22 January 2025', '22 de enero de 2025'],
  ['2024-11', 'November 2024, day not reported', 'noviembre de 2024; no se informó el día'],
  ['2024', '2024, month and day not reported', '2024; no se informaron el mes ni el día'],
  ['2025-01-20/2025-01-24', 'between 20 and 24 January 2025', 'entre el 20 y el 24 de enero de 2025'],
  ['2025-01-27/2025-02-02', 'between 27 January and 2 February 2025', 'entre el 27 de enero y el 2 de febrero de 2025'],
  [
    '2024-12-30/2025-01-03',
    'between 30 December 2024 and 3 January 2025',
    'entre el 30 de diciembre de 2024 y el 3 de enero de 2025',
  ],
  ['2024-11/2025-01', 'between November 2024 and January 2025', 'entre noviembre de 2024 y enero de 2025'],
  ['2024-10/2024-11', 'between October and November 2024', 'entre octubre y noviembre de 2024'],
  ['2023/2024', 'between 2023 and 2024', 'entre 2023 y 2024'],
  ['2025-06-17/..', '17 June 2025 or later', '17 de junio de 2025 o después'],
  ['2025-06-17/', '17 June 2025 or later', '17 de junio de 2025 o después'],
  ['../2025-01-31', '31 January 2025 or earlier', '31 de enero de 2025 o antes'],
  ['2025-01-22?', '22 January 2025 (uncertain)', '22 de enero de 2025 (dato incierto)'],
  ['2025-01-22~', 'about 22 January 2025', 'hacia el 22 de enero de 2025'],
  [
    '2024-11%',
    'about November 2024 (uncertain), day not reported',
    'hacia noviembre de 2024 (dato incierto); no se informó el día',
  ],
]

test.each(CASES)('%s is formatted with its known precision', (edtf, english, spanish) => {
  expect(formatInexactDate({ edtf }, 'en')).toBe(english)
  expect(formatInexactDate({ edtf }, 'es')).toBe(spanish)
})

test('a missing date is formatted as not reported', () => {
  expect(formatInexactDate(null, 'en')).toBe('date not reported')
  expect(formatInexactDate(null, 'es')).toBe('fecha no informada')
})

test('only dates that HTML supports have a datetime value', () => {
  expect(machineDate('2025-01-22')).toBe('2025-01-22')
  expect(machineDate('2024-11~')).toBe('2024-11')
  expect(machineDate('2025-01-20/2025-01-24')).toBeUndefined()
})

test('a timestamp is formatted as its day', () => {
  expect(formatDay('2026-11-22T09:00:00Z', 'en')).toBe('22 November 2026')
  expect(formatDay('2026-11-22T09:00:00Z', 'es')).toBe('22 de noviembre de 2026')
})

test('dateSentence capitalizes the first letter', () => {
  expect(dateSentence('entre el 20 y el 24')).toBe('Entre el 20 y el 24')
})
