import { beforeAll, expect, test } from 'vitest'
import { recognizeNames } from '@/lib/features/intake/queries'
import { startFromWords } from '@/lib/features/intake/start-entry'
import { captureText } from '@/lib/features/source-capture/capture-source'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Invalid, NotFound } from '@/lib/platform/errors/errors'
import { testDatabase } from '../database'
import { ids, makeWorld } from '../world'

const db = await testDatabase()
beforeAll(makeWorld)
const contributor: Actor = { id: 'c1', role: 'contributor' }

test('a candidate lists the records that match its names, exactly or nearly, and the entries with its quote', async () => {
  const text =
    'In El Paso, Texas, Chief Anna Peña said officers have “no plans to join any raids.” The El Paso Police Department said so.'
  const [one] = await recognizeNames(text, '2025-01-22', 'en')
  expect(one).toMatchObject({
    officials: [{ id: ids.chief, name: 'Ana Peña', path: expect.stringContaining('/officials/') }],
    placeOptions: [{ words: 'El Paso', sure: true, options: [{ id: ids.city, name: 'El Paso, Texas' }] }],
    duplicates: [{ id: ids.statement, why: 'words', title: 'The chief has no plans to join operations.' }],
  })
  expect(one!.officials[0]!.score).toBeLessThan(1)
})

test('another statement of the same person is flagged as such', async () => {
  const [one] = await recognizeNames('Chief Ana Peña said: “Call us whenever you need to.”', null, 'en')
  expect(one!.officials[0]).toMatchObject({ id: ids.chief, score: 1 })
  expect(one!.duplicates).toMatchObject([{ id: ids.statement, why: 'speaker' }])
  expect(one).toMatchObject({ placeOptions: [], officePlaces: [{ id: ids.city, name: 'El Paso, Texas' }] })
})

test('a text without a person has no candidates and runs no query', async () => {
  expect(await recognizeNames('Nothing happened.', null, 'en')).toEqual([])
})

const TEXT =
  'Rain fell. Chief Ana Peña said “we are not immigration agents,” and that “our job is safety.” Then she left.'
const draftOf = async (id: string) => (await db.pool.query('SELECT * FROM draft WHERE id = $1', [id])).rows[0]

test('a selected quote starts a draft with its source, its sentence and the source’s characters', async () => {
  const { sha256 } = await captureText(contributor, { text: TEXT })
  const begin = (words: string) => startFromWords(contributor, { sourceId: ids.source, sha256, words })
  const part = await draftOf((await begin('not immigration agents')).draftId)
  expect(part).toMatchObject({ type: 'statements', origin: { source: ids.source }, author_id: 'c1' })
  expect(part.data.variants[0]).toMatchObject({
    passages: ['not immigration agents'],
    citation: {
      exact: TEXT.slice(11, -15),
      prefix: 'Rain fell. ',
      suffix: ' Then she left.',
      found: 'found',
      fidelity: 'unverified',
    },
  })
  const whole = await draftOf(
    (await begin('Chief Ana Peña said "we are not immigration agents," and that "our job is safety."')).draftId,
  )
  expect(whole.data.variants[0].passages).toEqual(['we are not immigration agents,', 'our job is safety.'])
  const told = await draftOf((await begin('Then she left.')).draftId)
  expect(told.data.variants[0]).toMatchObject({
    passages: [],
    citation: { exact: 'Then she left.', fidelity: 'paraphrase' },
  })
})

test('a quote that the text does not contain starts no draft', async () => {
  const { sha256 } = await captureText(contributor, { text: TEXT })
  await expect(
    startFromWords(contributor, { sourceId: ids.source, sha256, words: 'we are immigration agents' }),
  ).rejects.toThrow(Invalid)
  await expect(
    startFromWords(contributor, { sourceId: ids.source, sha256: 'f'.repeat(64), words: 'we' }),
  ).rejects.toThrow(NotFound)
})

test('only values that the editor confirmed are filled in', async () => {
  const { sha256 } = await captureText(contributor, { text: TEXT })
  const words = 'we are not immigration agents,'
  const bare = await draftOf((await startFromWords(contributor, { sourceId: ids.source, sha256, words })).draftId)
  expect(bare.data).toMatchObject({ speakers: [], placeIds: [], date: null, topics: [] })
  const confirmed = { officialId: ids.chief, placeId: ids.city, date: { edtf: '2025-01', asWritten: 'this month' } }
  const full = await draftOf(
    (await startFromWords(contributor, { sourceId: ids.source, sha256, words, ...confirmed })).draftId,
  )
  expect(full.data).toMatchObject({ speakers: [{ officialId: ids.chief }], placeIds: [ids.city], date: confirmed.date })
})
