import { error } from '@/lib/platform/imports/importer'
import { POSITION } from '@/lib/vocabularies/stances'
import { TOPIC } from '@/lib/vocabularies/topics'
import {
  type Draft,
  type Setter,
  cannotChange,
  codeIn,
  items,
  linkSetter,
  recordIn,
} from '@/lib/records/shared/import-setters'
import { splitPassages } from './passages-cell'
import { citationSetter, noteSetter } from '@/lib/records/shared/citation-setters'

const list = (draft: Draft, property: string): Draft[] => (draft[property] as Draft[] | undefined) ?? []

const preferred = (draft: Draft): Draft | undefined => list(draft, 'variants').find((one) => one.preferred)

const variant = (draft: Draft, change: Draft): void => {
  const variants = list(draft, 'variants')
  draft.variants = variants.length
    ? variants.map((one) => (one.preferred ? { ...one, ...change } : one))
    : [{ passages: [], preferred: true, reason: null, ...change }]
}

/** Sets the speaker: an official, or an organization that speaks for itself. */
const speakers: Setter = {
  columns: ['speaker', 'speaker_id', 'organization', 'organization_id', 'speaker_as_printed'],
  derived: ['role_en', 'role_es', 'party'],
  set: async (setting) => {
    const { cell, changed, draft, isNew, add } = setting
    const before = list(draft, 'speakers')
    const column = changed('speaker_id') || !changed('speaker') ? 'speaker_id' : 'speaker'
    const named = items(cell(column) || cell('speaker'))
    if (!isNew && named.length !== before.length) return add(column, cannotChange())
    const bodies = items(cell('organization_id') || cell('organization'))
    const printed = items(cell('speaker_as_printed'))
    const fits = (of: string[]) => of.length === 0 || of.length === named.length
    if (changed('speaker_as_printed') && !fits(printed)) return add('speaker_as_printed', error(ONE_EACH))
    const next: Draft[] = []
    for (const [at, text] of named.entries()) {
      const one: Draft = { officialId: null, organizationId: null, asPrinted: null, ...before[at] }
      if (changed('speaker') || changed('speaker_id')) Object.assign(one, await speakerIn(setting, column, text))
      if (changed('organization') || changed('organization_id')) {
        if (!fits(bodies)) return add('organization', error(ONE_EACH))
        const body = bodies[at] && (await recordIn(setting, 'organization', 'organizations', bodies[at]))
        one.organizationId = body || (one.officialId ? null : one.organizationId)
      }
      if (changed('speaker_as_printed')) one.asPrinted = printed[at] ?? null
      next.push(one)
    }
    draft.speakers = next
  },
}

const ONE_EACH = {
  en: 'Give one for each speaker, in the same order.',
  es: 'Indique uno por cada persona que habla, en el mismo orden.',
}

const speakerIn = async (setting: Parameters<Setter['set']>[0], column: string, text: string): Promise<Draft> => {
  const { found } = await setting.find.find('organizations', text)
  const people = await setting.find.find('officials', text)
  if (found.length === 1 && !people.found.length) return { officialId: null, organizationId: found[0]!.value }
  return { officialId: (await recordIn(setting, column, 'officials', text)) ?? null }
}

/** Sets the preferred wording from its quoted passages; a paraphrase has none. */
const wording: Setter = {
  columns: ['wording', 'wording_fidelity'],
  derived: ['wordings'],
  set: ({ cell, changed, draft, add }) => {
    if (changed('wording')) variant(draft, { passages: splitPassages(cell('wording')) })
    // Read-only: it repeats the fidelity of the first source, which has its own column.
    if (changed('wording_fidelity') && cell('wording_fidelity') !== cell('source_fidelity'))
      add('wording_fidelity', cannotChange())
  },
}

const cited = citationSetter(
  (draft) => preferred(draft)?.citation as Draft | undefined,
  (draft, citation) => variant(draft, { citation }),
)

/** Sets positions: "mass-removal: opposes". A new position points at the first source's quote. */
const positions: Setter = {
  columns: ['positions'],
  set: (setting) => {
    const { cell, draft } = setting
    const before = list(draft, 'positions')
    const span = (preferred(draft)?.citation as { exact?: string } | undefined)?.exact ?? ''
    draft.positions = items(cell('positions')).map((item) => {
      const [subject = '', value = ''] = item.split(/:\s*/)
      const topic = codeIn(setting, 'positions', TOPIC, subject)
      return {
        topic,
        position: codeIn(setting, 'positions', POSITION, value),
        span: before.find((one) => one.topic === topic)?.span ?? span,
      }
    })
  },
}

export const importSetters = {
  speakers: [speakers],
  places: [linkSetter('place', 'placeIds', 'jurisdictions')],
  variants: [wording, cited],
  positions: [positions],
  notes: [noteSetter],
  citations: [],
}
