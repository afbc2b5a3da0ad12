import { describe, expect, test } from 'vitest'
import type { PolicyInput } from '@/lib/records/policies/schema'
import { loadedWords } from '@/tests/fixtures/loaded-words'
import type { SourceInput } from '@/lib/records/sources/schema'
import {
  REWRITE,
  citations,
  one,
  policies,
  readOriginals,
  readRoster,
  sources,
  stances,
  statements,
  texts,
} from './content-fixture'

const ROSTER = 'ice-287g-roster-2025-07-18'

describe('the evidence', () => {
  const originals = readOriginals()

  test('quotes text that its source contains and prefers one wording', () => {
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

  test('marks a quote as found only if the captured text contains it', () => {
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

  test('marks no wording of the reworded story as verbatim', () => {
    const rewritten = citations.filter(({ sourceId }) => sourceId === REWRITE)
    expect(rewritten.length).toBeGreaterThan(13)
    const kinds = rewritten.map(({ fidelity }) => fidelity)
    expect(kinds).not.toContain('reported_verbatim')
    expect(kinds).not.toContain('official_text')
    expect(one<SourceInput>('sources', REWRITE).lineage).toEqual([expect.objectContaining({ kind: 'rewrite_of' })])
  })

  test('marks the reworded story as altered and prefers the original if it was read', () => {
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

  test('bases a stance on a quote of a named record, and a written instrument on an existing one', () => {
    for (const { key, basis, statementIds, policyIds } of stances) {
      expect(statementIds.length + policyIds.length, key).toBeGreaterThan(0)
      for (const policy of basis === 'instrument' ? policyIds : [])
        expect(one<PolicyInput>('policies', policy).instrument, key).not.toBe('declared_practice')
    }
  })
})

describe('our own texts', () => {
  test('exist in English and in Spanish', () => {
    expect(texts.length).toBeGreaterThan(300)
    expect(texts.filter(({ es }) => !es?.trim()).map(({ where, en }) => `${where}: ${en}`)).toEqual([])
  })

  test('take no side', () => {
    const loaded = texts.flatMap(({ where, ...text }) => loadedWords(text).map((word) => `${where}: ${word}`))
    expect(loaded).toEqual([])
  })

  test('do not copy the documents’ sentences', () => {
    const quoted = citations.map(({ exact = '' }) => exact)
    for (const { key, summary } of [...statements, ...policies])
      expect(
        quoted.some((exact) => exact.length > 40 && exact.includes(summary.en)),
        key,
      ).toBe(false)
  })
})
