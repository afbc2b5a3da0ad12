import { describe, expect, test } from 'vitest'
import { namesIn, resolve } from '@/lib/features/seed/content-files'
import { RECORD_TYPES } from '@/lib/records/registry'
import type { ContentFile } from '@/lib/features/seed/content-files'
import { gazetteer } from '@/lib/records/jurisdictions/gazetteer/gazetteer'
import type { JurisdictionInput } from '@/lib/records/jurisdictions/schema'
import {
  NEWSLETTER,
  REWRITE,
  DOCUMENTED_POLICIES,
  asId,
  asKey,
  citations,
  files,
  of,
  policies,
  sources,
  stances,
  statements,
  withoutEmpty,
} from './content-fixture'

describe('the files', () => {
  test.each(files.map((file) => [`${file.type}/${file.key}`, file] as const))(
    '%s is a well-formed record',
    (_, file) => {
      const parsed = RECORD_TYPES[file.type].input.safeParse(resolve(file, asId))
      expect(parsed.error?.issues ?? []).toEqual([])
    },
  )

  test('reference only existing records', () => {
    const addresses = [...gazetteer(), ...of<JurisdictionInput>('jurisdictions')].map(({ path }) => path)
    const known = new Set([
      ...files.map(({ type, key }) => `${type} ${key}`),
      ...addresses.map((path) => `jurisdictions ${path}`),
    ])
    const missing = files.flatMap((file) =>
      namesIn(file.data)
        .filter(({ type, key }) => !known.has(`${type} ${key}`))
        .map(({ type, key }) => `${file.type}/${file.key}: ${type} ${key}`),
    )
    expect(missing).toEqual([])
  })

  test('come after the files of the same record type that they reference', () => {
    const at = new Map(files.map(({ type, key }, index) => [`${type} ${key}`, index]))
    const names = files.flatMap((file, index) =>
      namesIn(file.data)
        .filter(({ type, key }) => type === file.type && at.has(`${type} ${key}`))
        .map(({ type, key }) => [at.get(`${type} ${key}`)!, index] as const),
    )
    expect(names.length).toBeGreaterThan(0)
    for (const [named, namer] of names) expect(named).toBeLessThan(namer)
  })

  test('omit null and empty values, which resolving restores', () => {
    for (const file of files) {
      const full = resolve(file, asKey)
      expect(resolve({ ...file, data: withoutEmpty(full) }, asKey)).toEqual(full)
    }
  })

  test('with an unknown key are rejected with the file and the field', () => {
    const file: ContentFile = { type: 'labels', key: 'a-label', data: { citations: [{ sourceId: 'nowhere' }] } }
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

  // An entry of a document is a locator that a wording or a policy cites.
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

  test('has the 32 direct quotes of the two documents, in 23 entries', () => {
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

  test('has no unused source', () => {
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
