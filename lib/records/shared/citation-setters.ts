import { error } from '@/lib/platform/imports/importer'
import { FIDELITY } from '@/lib/vocabularies/fidelity'
import { STATUS } from '@/lib/vocabularies/instruments'
import {
  type Draft,
  type Setter,
  type Setting,
  cannotChange,
  codeIn,
  dateSetter,
  items,
  recordIn,
} from './import-setters'
import { eventInForce, indexInForce } from './status-in-force'

type Citation = { sourceId?: unknown; exact?: string; fidelity?: string; found?: string } & Draft

const COLUMNS = ['source_url', 'source_ids', 'source_words', 'source_fidelity']

/** Sets the first citation: the source's URL or id, the quoted text and its fidelity. */
export const citationSetter = (
  first: (draft: Draft) => Citation | undefined,
  put: (draft: Draft, citation: Citation) => void,
): Setter => ({
  columns: COLUMNS,
  derived: ['source_outlet', 'source_title', 'source_kind', 'source_archive_url', 'sources'],
  set: async (setting) => {
    const { cell, changed, draft, isNew, add } = setting
    const citation: Citation = { ...first(draft) }
    if (changed('source_url') || changed('source_ids')) {
      const ids = items(cell('source_ids'))
      if (!isNew && changed('source_ids') && !changed('source_url')) return add('source_ids', cannotChange())
      const column = changed('source_url') && cell('source_url') ? 'source_url' : 'source_ids'
      const text = column === 'source_url' ? cell('source_url') : (ids[0] ?? '')
      if (!text) return add('source_url', error(NO_SOURCE))
      citation.sourceId = await recordIn(setting, column, 'sources', text)
    }
    if (changed('source_words')) {
      if (cell('source_words')) citation.exact = cell('source_words')
      else delete citation.exact
    }
    if (changed('source_fidelity')) {
      const fidelity = codeIn(setting, 'source_fidelity', FIDELITY, cell('source_fidelity'))
      if (fidelity) citation.fidelity = fidelity
    }
    // An imported quote has not been checked against its source.
    citation.found = changed('source_words') || changed('source_url') || isNew ? 'not_checked' : citation.found!
    put(draft, citation)
  },
})

const NO_SOURCE = {
  en: 'Every entry needs a source: its address, or its id in “source_ids”.',
  es: 'Cada entrada necesita una fuente: su dirección, o su ID en «source_ids».',
}

const list = (draft: Draft, property: string): Draft[] => (draft[property] as Draft[] | undefined) ?? []

/** Sets the first of the entry's own citations. */
export const ownCitations: Setter = citationSetter(
  (draft) => list(draft, 'citations')[0],
  (draft, citation) => (draft.citations = [citation, ...list(draft, 'citations').slice(1)]),
)

/** Sets notes, one per line. A new note has the kind `context`. */
export const noteSetter: Setter = {
  columns: ['notes_en', 'notes_es'],
  set: ({ cell, draft, isNew, add }) => {
    const [en, es] = [cell('notes_en'), cell('notes_es')].map((text) => text.split('\n').filter(Boolean))
    const notes = list(draft, 'notes')
    if (!isNew && (en!.length !== notes.length || (es!.length > 0 && es!.length !== notes.length)))
      return add('notes_en', cannotChange())
    draft.notes = en!.map((text, at) => ({
      kind: notes[at]?.kind ?? 'context',
      text: { en: text, ...(es![at] && { es: es![at] }) },
    }))
  },
}

type Event = Draft & { status: string }

/** A new status event cites the entry's first source. */
const citationFor = (draft: Draft): unknown => list(draft, 'citations')[0]

/** Sets the status that holds with its date, or the first status of a new entry. */
export const statusSetters: readonly Setter[] = [
  {
    columns: ['status'],
    set: (setting) => {
      const { cell, draft, isNew } = setting
      const status = codeIn(setting, 'status', STATUS, cell('status'))
      const events = list(draft, 'events')
      if (isNew || !events.length) draft.events = [{ status, date: null, note: null, citation: citationFor(draft) }]
      else draft.events = events.with(indexInForce(events as Event[]), { ...eventInForce(events as Event[]), status })
    },
  },
  dateSetter('status_date', (draft) => eventInForce(list(draft, 'events') as Event[]), 'date'),
  { columns: [], derived: ['status_history'], set: () => {} },
]

/** Sets all status events of a new entry: "adopted: 2024-11; in_effect: 2025". */
export const historySetter: Setter = {
  columns: ['status_history'],
  set: (setting) => {
    const { cell, draft, isNew, add } = setting
    if (!isNew) return add('status_history', cannotChange())
    draft.events = items(cell('status_history')).map((item) => {
      const [name = '', ...date] = item.split(':')
      const edtf = date.join(':').trim()
      const status = codeIn(setting, 'status_history', STATUS, name.trim())
      return { status, date: edtf ? { edtf } : null, note: null, citation: citationFor(draft) }
    })
  },
}

/** Columns that an import can't change. */
export const readOnly = (...columns: string[]): Setter => ({
  columns,
  set: ({ changed, add }: Setting) => {
    for (const column of columns) if (changed(column)) add(column, cannotChange())
  },
})

/** Sets a title in both languages, for types whose citation must be set first. */
export const titleSetter: Setter = {
  columns: ['title_en', 'title_es'],
  set: ({ cell, draft }) => {
    draft.title = { en: cell('title_en'), ...(cell('title_es') && { es: cell('title_es') }) }
  },
}
