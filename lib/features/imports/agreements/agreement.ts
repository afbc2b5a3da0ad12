import type { Text } from '@/lib/platform/i18n/locale'
import type { Cells } from '@/lib/platform/files/grid'
import type { CitationInput } from '@/lib/records/shared/citation'
import type { PolicyInput } from '@/lib/records/policies/schema'
import { localizedDay } from '../read-day'
import type { Agency } from './agency'
import { localizedText } from '@/lib/platform/i18n/translate'

export const MODELS = ['Jail Enforcement Model', 'Task Force Model', 'Warrant Service Officer'] as const

/** The data of one row about an agreement. */
export type Listed = {
  row: number
  agency: Agency
  organizationId: string
  model: (typeof MODELS)[number]
  /** The day of signing, and the original cell. */
  signed: string | null
  signedAsWritten: string
  listSourceId: string
  listDate: string | null
  /** Ids of the sources for the linked files: the agreement and its addendum. */
  fileIds: readonly string[]
  /** The original cells that an editor corrected. */
  asRead: Cells
}

/** The row of the list as a citation: its words are the model. */
export const listCitation = ({ row, agency, model, listSourceId }: Listed, note?: Text): CitationInput => ({
  sourceId: listSourceId,
  exact: model,
  locator: `row ${row} (${agency.name}, ${agency.place.fullName}), column SUPPORT TYPE`.slice(0, 200),
  fidelity: 'official_text',
  found: 'found',
  ...(note && { note }),
})

const fileCitation = (sourceId: string): CitationInput => ({
  sourceId,
  fidelity: 'official_text',
  found: 'not_checked',
  note: localizedText('importers.agreements.linkedFileNote'),
})

const signedEvent = (listed: Listed): PolicyInput['events'][number] | null => {
  const { signed, signedAsWritten } = listed
  if (!signedAsWritten) return null
  const asWritten = localizedText('importers.agreements.signedAsWritten', { signedAsWritten })
  const inColumn = signed && localizedText('importers.agreements.signedInColumn', { day: localizedDay(signed) })
  return {
    status: 'signed',
    date: signed ? { edtf: signed } : null,
    note: signed ? null : asWritten,
    citation: listCitation(listed, inColumn || asWritten),
  }
}

const listedEvent = (listed: Listed): PolicyInput['events'][number] => ({
  status: 'listed',
  date: listed.listDate ? { edtf: listed.listDate } : null,
  note: null,
  citation: listCitation(listed),
})

/** Notes about cells that an editor corrected, so that readers see the list's original. */
const correctionNotes = ({ asRead, agency }: Listed): PolicyInput['notes'] =>
  Object.entries(asRead).flatMap(([column, was]) => {
    if (column === 'county')
      return {
        kind: 'wrong_name' as const,
        text: localizedText('importers.agreements.correctedCounty', { was, fullName: agency.place.fullName }),
      }
    if (column === 'type')
      return {
        kind: 'wrong_level' as const,
        text: localizedText('importers.agreements.correctedType', { was }),
      }
    if (column !== 'place') return []
    return {
      kind: 'context' as const,
      text: localizedText('importers.agreements.chosenPlace', { fullName: agency.place.fullName }),
    }
  })

/** A new agreement from a row. */
const newAgreement = (listed: Listed): PolicyInput => {
  const { agency, model, organizationId } = listed
  const signed = signedEvent(listed)
  return {
    title: localizedText('importers.agreements.title', { name: agency.name, model }),
    instrument: 'agreement',
    number: null,
    model,
    binding: 'unknown',
    summary: localizedText('importers.agreements.summary', {
      name: agency.name,
      fullName: agency.place.fullName,
      model,
    }),
    notes: correctionNotes(listed),
    jurisdictionId: agency.place.id,
    organizationId,
    officialId: null,
    events: [...(signed ? [signed] : []), listedEvent(listed)],
    provisions: [
      {
        topic: 'agreement-287g',
        text: localizedText('importers.agreements.provision', { model }),
        span: model,
      },
    ],
    answersIds: [],
    citations: [listCitation(listed), ...listed.fileIds.map(fileCitation)],
  }
}

/**
 * Adds a row to the published agreement: the listing, the day of signing if it was unknown, and the linked files.
 * Editors' changes are kept. A list that the entry already cites adds nothing.
 */
export const agreementWith = (published: PolicyInput | null, listed: Listed): PolicyInput => {
  if (!published) return newAgreement(listed)
  const { events, citations } = published
  if (events.some(({ citation }) => citation.sourceId === listed.listSourceId)) return published
  const signed = events.some(({ status }) => status === 'signed') ? null : signedEvent(listed)
  const files = listed.fileIds.filter((id) => !citations.some(({ sourceId }) => sourceId === id))
  return {
    ...published,
    events: [...(signed ? [signed] : []), ...events, listedEvent(listed)],
    citations: [...citations, listCitation(listed), ...files.map(fileCitation)],
  }
}
