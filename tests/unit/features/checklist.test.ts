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
  test('is done when every claim has its source, its words and its day', () => {
    expect(missing(checklist(facts()))).toEqual([])
    expect(checklist(facts()).every((one) => one.state === 'done')).toBe(true)
  })
  test('never fails on what a draft may hold so far', () => {
    for (const type of ['statements', 'stances', 'sources', 'officials', 'policies', 'labels', 'jurisdictions'])
      for (const data of [{}, { citations: 'x' }, { citations: [null, 3] }, { date: {} }, { date: 'x', notes: [null] }])
        expect(Array.isArray(checklist(facts({ type, data })))).toBe(true)
  })
  test('asks for a source, at the field where one belongs', () => {
    expect(state('source', facts({ data: {} }))).toMatchObject({ state: 'missing', places: [{ path: 'variants' }] })
    const data = { ...statement, variants: [{ citation: { ...citation, sourceId: null } }] }
    expect(state('source', facts({ data }))!.places).toEqual([{ path: 'variants.0.citation.sourceId' }])
  })
  test('asks for an archived copy, a kept text, or the reason why there is none', () => {
    const bare = { ...paper, archiveUrl: null, texts: [], captured: false }
    expect(state('archive', facts({ sources: { source0001: bare } }))).toMatchObject({
      state: 'missing',
      places: [{ path: 'variants.0.citation.sourceId', about: 'The Paper' }],
    })
    for (const more of [{ note: true }, { captured: true }, { url: null }])
      expect(state('archive', facts({ sources: { source0001: { ...bare, ...more } } }))!.state).toBe('done')
  })
  test('finds words that the captured text does not have, curly quotes taken as straight', () => {
    const data = { ...statement, variants: [{ citation: { ...citation, exact: 'We will join.' } }] }
    expect(state('words', facts({ data }))).toMatchObject({
      state: 'missing',
      places: [{ path: 'variants.0.citation.exact', about: 'We will join.' }],
    })
  })
  test('lets words pass that say they were not found, and asks somebody to look', () => {
    const data = {
      ...statement,
      variants: [{ citation: { ...citation, exact: 'Other.', found: 'not_found', fidelity: 'paraphrase' } }],
    }
    expect(state('words', facts({ data }))!.state).toBe('look')
  })
  test('asks somebody to look where no text is kept to find the words in', () => {
    expect(state('words', facts({ sources: { source0001: { ...paper, texts: [] } } }))!.state).toBe('look')
  })
  test('asks for the source’s words beside a date that is no day', () => {
    const dated = (own: object | null, more: object = {}) => facts({ data: { ...statement, date: own, ...more } })
    expect(state('date', dated({ edtf: '2024-11' }))!.places).toEqual([{ path: 'date.asWritten' }])
    expect(state('date', dated({ edtf: '2024-11', asWritten: 'in November' }))!.state).toBe('done')
    expect(state('date', dated(null))!.state).toBe('missing')
    expect(state('date', dated(null, { notes: [{ kind: 'date' }] }))!.state).toBe('done')
  })
  test('asks a stance what it rests on, and for quoted words', () => {
    const data = { from: { edtf: '2025' }, citations: [{ ...citation, exact: undefined }] }
    expect(state('stance', facts({ type: 'stances', data }))!.places.map(({ path }) => path)).toEqual([
      'statementIds',
      'citations',
    ])
  })
  test('asks that a record it names is published, or goes out together with it', () => {
    const official = { type: 'officials', id: 'official01', path: 'speakers.0.officialId', title: 'Ana', draftId: 'd' }
    const named = (published: boolean, together: boolean) => facts({ named: [{ ...official, published, together }] })
    expect(state('named', named(false, false))).toMatchObject({ state: 'missing', places: [{ about: 'Ana' }] })
    expect(state('named', named(false, true))!.state).toBe('done')
    expect(state('named', named(true, false))!.state).toBe('done')
  })
  test('says that a second person is needed only where the site asks for one', () => {
    expect(state('second', facts())).toBeUndefined()
    expect(state('second', facts({ secondPerson: 'missing' }))!.state).toBe('missing')
    expect(state('second', facts({ secondPerson: 'present' }))!.state).toBe('done')
  })
  test('stops a draft with a save that nobody has compared', () => {
    expect(missing(checklist(facts({ aside: 1 })))).toHaveLength(1)
  })
})
