import { describe, expect, test } from 'vitest'
import { CONTENT_ROOMS, namesIn, resolve } from '@/lib/domain/content'
import type { ContentFile } from '@/lib/domain/content'
import { gazetteer } from '@/lib/domain/jurisdictions/gazetteer/gazetteer'
import type { JurisdictionInput } from '@/lib/domain/jurisdictions/definition'
import type { PolicyInput } from '@/lib/domain/policies/definition'
import type { SourceInput } from '@/lib/domain/sources/definition'
import {
  DOCUMENTED_POLICIES,
  LOADED_EN,
  LOADED_ES,
  NEWSLETTER,
  REWRITE,
  asId,
  asKey,
  citations,
  files,
  of,
  one,
  policies,
  readOriginals,
  readRoster,
  sources,
  stances,
  statements,
  texts,
  unquoted,
  withoutEmpty,
} from './content-fixture'

const ROSTER = 'ice-287g-roster-2025-07-18'

describe('the files', () => {
  test.each(files.map((file) => [`${file.room}/${file.key}`, file] as const))(
    '%s is a well-formed record',
    (_, file) => {
      const parsed = CONTENT_ROOMS[file.room].safeParse(resolve(file, asId))
      expect(parsed.error?.issues ?? []).toEqual([])
    },
  )

  test('name only records that exist', () => {
    const addresses = [...gazetteer(), ...of<JurisdictionInput>('jurisdictions')].map(({ path }) => path)
    const known = new Set([
      ...files.map(({ room, key }) => `${room} ${key}`),
      ...addresses.map((path) => `jurisdictions ${path}`),
    ])
    const missing = files.flatMap((file) =>
      namesIn(file.data)
        .filter(({ room, key }) => !known.has(`${room} ${key}`))
        .map(({ room, key }) => `${file.room}/${file.key}: ${room} ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('come after the files of the same room that they name', () => {
    const at = new Map(files.map(({ room, key }, index) => [`${room} ${key}`, index]))
    const names = files.flatMap((file, index) =>
      namesIn(file.data)
        .filter(({ room, key }) => room === file.room && at.has(`${room} ${key}`))
        .map(({ room, key }) => [at.get(`${room} ${key}`)!, index] as const),
    )
    expect(names.length).toBeGreaterThan(0)
    for (const [named, namer] of names) expect(named).toBeLessThan(namer)
  })

  test('leave out what is null or empty, and resolving puts it back', () => {
    for (const file of files) {
      const full = resolve(file, asKey)
      expect(resolve({ ...file, data: withoutEmpty(full) }, asKey)).toEqual(full)
    }
  })

  test('with an unknown key are refused with the file and the field', () => {
    const file: ContentFile = { room: 'labels', key: 'a-label', data: { citations: [{ sourceId: 'nowhere' }] } }
    const nothing = () => {
      throw new Error()
    }
    expect(() => resolve(file, nothing)).toThrow(
      'labels/a-label.json, citations › 1 › sourceId: there is no record "nowhere" in sources.',
    )
  })
})

describe('the collection', () => {
  test('has every entry of the two documents', () => {
    expect(statements).toHaveLength(31)
    expect(policies).toHaveLength(6)
    expect(of('federal-actions')).toHaveLength(10)
    expect(of('officials')).toHaveLength(27)
    expect(of('labels')).toHaveLength(2)
  })

  // An entry of a document is one of its places, named by its locator, that a wording or a policy rests on.
  test('has 26 entries of the newsletter and 13 of the reworded story, which are 35 distinct ones', () => {
    const adopted = policies.filter(({ key }) => DOCUMENTED_POLICIES.includes(key))
    const rest = [...statements.flatMap((record) => record.variants.map((variant) => variant.citation))]
    const places = [...rest, ...adopted.flatMap((record) => record.citations)].map(
      ({ sourceId, locator }) => `${sourceId}, ${locator}`,
    )
    const entries = [...new Set(places)]
    expect(entries.filter((entry) => entry.startsWith(NEWSLETTER))).toHaveLength(26)
    expect(entries.filter((entry) => entry.startsWith(REWRITE))).toHaveLength(13)
    expect(statements.length + adopted.length).toBe(35)
  })

  test('has four statements that both documents report', () => {
    const both = statements.filter((record) =>
      [NEWSLETTER, REWRITE].every((source) => record.variants.some((one) => one.citation.sourceId === source)),
    )
    expect(both.map(({ key }) => key)).toEqual(
      [
        'denver-a-calamity',
        'renard-johnson-troops-and-families',
        'schmaderer-omaha-police',
        'scesney-officers-time',
      ].sort(),
    )
  })

  test('has the 32 quoted passages of the two documents that are somebody’s own words, in 23 entries', () => {
    const quoting = statements
      .flatMap((record) => record.variants)
      .filter(({ citation, passages }) => [NEWSLETTER, REWRITE].includes(citation.sourceId) && passages.length > 0)
    expect(quoting).toHaveLength(23)
    expect(quoting.flatMap(({ passages }) => passages)).toHaveLength(32)
  })

  test('counts a joint statement once, with eleven signatories and one name', () => {
    const joint = statements.filter(({ kind }) => kind === 'joint_statement')
    expect(joint).toHaveLength(1)
    expect(joint[0]!.speakers).toHaveLength(11)
    expect(joint[0]!.speakers.filter(({ officialId }) => officialId)).toEqual([
      expect.objectContaining({ officialId: 'anne-lopez' }),
    ])
  })

  test('keeps an aggregate mention and a context figure as leads', () => {
    const leads = sources.flatMap((source) => source.leads)
    expect(leads.map(({ kind, placeIds }) => [kind, placeIds.length])).toEqual([
      ['aggregate_mention', 5],
      ['context_statistic', 0],
    ])
  })

  test('has no source that nothing rests on', () => {
    const cited = new Set(citations.map(({ sourceId }) => sourceId))
    expect(sources.map(({ key }) => key).filter((key) => !cited.has(key))).toEqual([])
  })

  test('codes the conduct of bodies, never that of a member of Congress', () => {
    expect(stances.every(({ organizationId }) => organizationId !== null)).toBe(true)
    const represent = new Set(
      statements.filter(({ speakers }) => speakers.every((one) => !one.organizationId)).map(({ key }) => key),
    )
    expect(represent.size).toBe(11)
    expect(stances.flatMap(({ statementIds }) => statementIds).filter((key) => represent.has(key))).toEqual([])
  })
})

describe('the evidence', () => {
  const originals = readOriginals()

  test('quotes words that stand in the words of its source, and prefers one wording', () => {
    for (const { key, variants } of statements) {
      expect(
        variants.filter(({ preferred }) => preferred),
        key,
      ).toHaveLength(1)
      if (variants.length > 1)
        expect(
          variants.every(({ reason }) => reason !== null),
          key,
        ).toBe(true)
      for (const { citation, passages } of variants)
        for (const passage of passages) expect(citation.exact, key).toContain(passage)
    }
  })

  test('says that words were found only where the text was captured, and there they are', () => {
    const found = citations.filter((citation) => citation.found === 'found')
    expect(found.length).toBeGreaterThan(100)
    for (const { where, sourceId, exact, prefix = '', suffix = '', locator } of found) {
      const source = sources.find(({ key }) => key === sourceId)!
      expect(source.captures, `${where}: ${sourceId}`).toHaveLength(1)
      expect(locator, where).toBeTruthy()
      const original = originals.get(source.captures[0]!.sha256)
      if (originals.size === 0 || sourceId === ROSTER) continue
      if (original === undefined) throw new Error(`The text that ${sourceId} was captured from is not there.`)
      const line = original.split('\n').filter((text) => text.trim() !== '')[Number(/\d+/.exec(locator!)![0]) - 1]
      expect(line, where).toContain(prefix + exact + suffix)
    }
  })

  test('has the roster row of the one agreement', () => {
    const [listed] = citations.filter(({ sourceId, exact }) => sourceId === ROSTER && exact)
    expect(listed).toMatchObject({ exact: 'Warrant Service Officer', locator: expect.stringMatching(/^row 491 /) })
    const roster = readRoster()
    if (roster === null) return
    expect(one<SourceInput>('sources', ROSTER).captures[0]!.sha256).toBe(roster.hash)
    expect(roster.rows[491 - 1]).toMatch(/^NEVADA,Las Vegas Metropolitan Police Department,.*,Warrant Service Officer,/)
  })

  test('takes no wording from the reworded story as word for word', () => {
    const rewritten = citations.filter(({ sourceId }) => sourceId === REWRITE)
    expect(rewritten.length).toBeGreaterThan(13)
    const kinds = rewritten.map(({ fidelity }) => fidelity)
    expect(kinds).not.toContain('reported_verbatim')
    expect(kinds).not.toContain('official_text')
    expect(one<SourceInput>('sources', REWRITE).lineage).toEqual([expect.objectContaining({ kind: 'rewrite_of' })])
  })

  test('marks the reworded story as altered wherever an original was read, and prefers the original', () => {
    const altered = statements.filter(({ variants }) =>
      variants.some((one) => one.citation.fidelity === 'altered_copy'),
    )
    expect(altered.map(({ key }) => key)).toEqual([
      'ohara-calling-the-police',
      'scesney-officers-time',
      'schmaderer-omaha-police',
      'stothert-federal-responsibility',
    ])
    for (const { key, variants } of altered)
      expect(variants.find(({ preferred }) => preferred)!.citation.fidelity, key).toBe('reported_verbatim')
  })

  test('claims official text only for an official document', () => {
    const official = citations.filter(({ fidelity }) => fidelity === 'official_text')
    for (const { where, sourceId } of official)
      expect(one<SourceInput>('sources', sourceId).kind, where).toBe('official_document')
  })

  test('rests a stance on the words of a named record, and a written instrument on one that was made', () => {
    for (const { key, basis, statementIds, policyIds } of stances) {
      expect(statementIds.length + policyIds.length, key).toBeGreaterThan(0)
      for (const policy of basis === 'written_instrument' ? policyIds : [])
        expect(one<PolicyInput>('policies', policy).instrument, key).not.toBe('declared_practice')
    }
  })
})

describe('our own words', () => {
  test('are there in English and in Spanish', () => {
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter(({ es }) => !es?.trim()).map(({ where, en }) => `${where}: ${en}`)).toEqual([])
  })

  test('take no side', () => {
    expect('Said that “raids” are cruel.'.match(LOADED_EN)).toHaveLength(2)
    const loaded = texts.flatMap(({ where, en, es = '' }) =>
      [...(unquoted(en).match(LOADED_EN) ?? []), ...(unquoted(es).match(LOADED_ES) ?? [])].map(
        (word) => `${where}: ${word}`,
      ),
    )
    expect(loaded).toEqual([])
  })

  test('are not the documents’ sentences', () => {
    const quoted = citations.map(({ exact = '' }) => exact)
    for (const { key, summary } of [...statements, ...policies])
      expect(
        quoted.some((exact) => exact.length > 40 && exact.includes(summary.en)),
        key,
      ).toBe(false)
  })
})
