import { describe, expect, test } from 'vitest'
import { type CheckInputs, type SourceFacts, checklist, missing } from '@/lib/features/publish-checks/checklist'

const paper: SourceFacts = {
  title: 'The Paper',
  url: 'https://paper.example/a',
  archiveUrl: 'https://archive.example/a',
  note: false,
  texts: ['The chief said: “We have no plans to join.”'],
  captured: true,
}
const citation = { sourceId: 'source0001', exact: "'We have no plans", fidelity: 'reported_verbatim', found: 'found' }
const statement = {
  date: { edtf: '2025-01-22' },
  variants: [{ passages: [], citation: { ...citation, exact: '"We have no plans to join."' } }],
  speakers: [{ officialId: 'official01', organizationId: null }],
}
const facts = (more: Partial<CheckInputs> = {}): CheckInputs => ({
  type: 'statements',
  data: statement,
  sources: { source0001: paper },
  named: [],
  secondPerson: 'not_asked',
  aside: 0,
  ...more,
})
const state = (name: string, given: CheckInputs) => checklist(given).find((one) => one.name === name)

describe('the checklist of a draft', () => {
  test('is complete when every claim has a source, a quote and a date', () => {
    expect(missing(checklist(facts()))).toEqual([])
    expect(checklist(facts()).every((one) => one.state === 'done')).toBe(true)
  })
  test('never throws on incomplete drafts', () => {
    for (const type of ['statements', 'stances', 'sources', 'officials', 'policies', 'labels', 'jurisdictions'])
      for (const data of [{}, { citations: 'x' }, { citations: [null, 3] }, { date: {} }, { date: 'x', notes: [null] }])
        expect(Array.isArray(checklist(facts({ type, data })))).toBe(true)
  })
  test('requires a source, at its field', () => {
    expect(state('source', facts({ data: {} }))).toMatchObject({ state: 'missing', places: [{ path: 'variants' }] })
    const data = { ...statement, variants: [{ citation: { ...citation, sourceId: null } }] }
    expect(state('source', facts({ data }))!.places).toEqual([{ path: 'variants.0.citation.sourceId' }])
  })
  test('requires an archived copy, a captured text, or a note that explains its absence', () => {
    const bare = { ...paper, archiveUrl: null, texts: [], captured: false }
    expect(state('archive', facts({ sources: { source0001: bare } }))).toMatchObject({
      state: 'missing',
      places: [{ path: 'variants.0.citation.sourceId', about: 'The Paper' }],
    })
    for (const more of [{ note: true }, { captured: true }, { url: null }])
      expect(state('archive', facts({ sources: { source0001: { ...bare, ...more } } }))!.state).toBe('done')
  })
  test('reports quotes that the captured text does not contain, ignoring quote style', () => {
    const data = { ...statement, variants: [{ citation: { ...citation, exact: 'We will join.' } }] }
    expect(state('words', facts({ data }))).toMatchObject({
      state: 'missing',
      places: [{ path: 'variants.0.citation.exact', about: 'We will join.' }],
    })
  })
  test('accepts quotes marked as not found, and flags them for review', () => {
    const data = {
      ...statement,
      variants: [{ citation: { ...citation, exact: 'Other.', found: 'not_found', fidelity: 'paraphrase' } }],
    }
    expect(state('words', facts({ data }))!.state).toBe('look')
  })
  test('flags quotes for review if there is no captured text', () => {
    expect(state('words', facts({ sources: { source0001: { ...paper, texts: [] } } }))!.state).toBe('look')
  })
  test('requires the source’s wording for an imprecise date', () => {
    const dated = (own: object | null, more: object = {}) => facts({ data: { ...statement, date: own, ...more } })
    expect(state('date', dated({ edtf: '2024-11' }))!.places).toEqual([{ path: 'date.asWritten' }])
    expect(state('date', dated({ edtf: '2024-11', asWritten: 'in November' }))!.state).toBe('done')
    expect(state('date', dated(null))!.state).toBe('missing')
    expect(state('date', dated(null, { notes: [{ kind: 'date' }] }))!.state).toBe('done')
  })
  test('requires a basis and a quote for a stance', () => {
    const data = { from: { edtf: '2025' }, citations: [{ ...citation, exact: undefined }] }
    expect(state('stance', facts({ type: 'stances', data }))!.places.map(({ path }) => path)).toEqual([
      'statementIds',
      'citations',
    ])
  })
  test('requires that referenced records are published or in the same batch', () => {
    const official = { type: 'officials', id: 'official01', path: 'speakers.0.officialId', title: 'Ana', draftId: 'd' }
    const named = (published: boolean, together: boolean) => facts({ named: [{ ...official, published, together }] })
    expect(state('named', named(false, false))).toMatchObject({ state: 'missing', places: [{ about: 'Ana' }] })
    expect(state('named', named(false, true))!.state).toBe('done')
    expect(state('named', named(true, false))!.state).toBe('done')
  })
  test('requires a second person only if the site’s policy does', () => {
    expect(state('second', facts())).toBeUndefined()
    expect(state('second', facts({ secondPerson: 'missing' }))!.state).toBe('missing')
    expect(state('second', facts({ secondPerson: 'present' }))!.state).toBe('done')
  })
  test('blocks a draft with an unsettled set-aside save', () => {
    expect(missing(checklist(facts({ aside: 1 })))).toHaveLength(1)
  })
})
