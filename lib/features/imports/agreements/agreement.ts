import type { Text } from '@/lib/platform/i18n/locale'
import type { Cells } from '@/lib/platform/files/grid'
import type { CitationInput } from '@/lib/records/shared/citation'
import type { PolicyInput } from '@/lib/records/policies/schema'
import { formatDay } from '../read-day'
import type { Agency } from './agency'

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

const text = (en: string, es: string): Text => ({ en, es })

const listCitation = ({ row, agency, model, listSourceId }: Listed, note?: Text): CitationInput => ({
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
  note: text(
    'The file that the list links for this agreement. It was not read for this entry.',
    'El archivo que la lista enlaza para este acuerdo. No se leyó para esta entrada.',
  ),
})

const signedEvent = (listed: Listed): PolicyInput['events'][number] | null => {
  const { signed, signedAsWritten } = listed
  if (!signedAsWritten) return null
  const asWritten = text(
    `The list writes the day of signing as “${signedAsWritten}”, which is no date.`,
    `La lista escribe el día de la firma como «${signedAsWritten}», que no es una fecha.`,
  )
  const inColumn =
    signed &&
    text(
      `The column SIGNED gives ${formatDay(signed, 'en')} for this row.`,
      `La columna SIGNED indica ${formatDay(signed, 'es')} para esta fila.`,
    )
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
        text: text(
          `The list writes the county as “${was}”; read as ${agency.place.fullName}.`,
          `La lista escribe el condado como «${was}»; se leyó como ${agency.place.fullName}.`,
        ),
      }
    if (column === 'type')
      return {
        kind: 'wrong_level' as const,
        text: text(`The list gives the agency’s type as “${was}”.`, `La lista da como tipo de agencia «${was}».`),
      }
    if (column !== 'place') return []
    return {
      kind: 'context' as const,
      text: text(
        `The list names no place for the agency; an editor recorded it under ${agency.place.fullName}.`,
        `La lista no nombra un lugar para la agencia; un editor la registró en ${agency.place.fullName}.`,
      ),
    }
  })

/** A new agreement from a row. */
const newAgreement = (listed: Listed): PolicyInput => {
  const { agency, model, organizationId } = listed
  const signed = signedEvent(listed)
  return {
    title: text(
      `287(g) agreement of the ${agency.name} (${model})`,
      `Acuerdo 287(g) de la agencia ${agency.name} (${model})`,
    ),
    instrument: 'agreement',
    number: null,
    model,
    binding: 'unknown',
    summary: text(
      `ICE lists the ${agency.name} (${agency.place.fullName}) among the agencies with a 287(g) agreement, under the model “${model}”.`,
      `ICE incluye a la agencia ${agency.name} (${agency.place.fullName}) entre las que tienen un acuerdo 287(g), en el modelo «${model}».`,
    ),
    notes: correctionNotes(listed),
    jurisdictionId: agency.place.id,
    organizationId,
    officialId: null,
    events: [...(signed ? [signed] : []), listedEvent(listed)],
    provisions: [
      {
        topic: 'agreement-287g',
        text: text(`An agreement under the model “${model}”.`, `Un acuerdo en el modelo «${model}».`),
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
