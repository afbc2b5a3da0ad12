import {
  type Given,
  type GivenRow,
  type Importer,
  type MadeEntry,
  type PlannedRow,
  type RowProblems,
  error,
  warning,
} from '@/lib/platform/imports/importer'
import { mapInSlices } from '@/lib/platform/imports/map-in-slices'
import { idFor } from '@/lib/platform/publishing/ids'
import { slug } from '@/lib/platform/http/slug'
import { localizedDay, readDay } from '../read-day'
import { closestName, foldName } from '@/lib/text/similar-names'
import { type Places, readPlaces, stateOf } from '../places'
import { type Agency, isNothing, locate } from './agency'
import { type Listed, MODELS, agreementWith } from './agreement'
import { stanceWith } from './agreement-stance'
import { type ExistingRecords, readExistingRecords } from './existing-records'
import { fileSource, keyOfLink, linkOf, listSource } from './links'
import { localizedText } from '@/lib/platform/i18n/translate'

const COLUMNS = [
  { name: 'state', label: localizedText('importers.agreements.columns.state'), required: true },
  {
    name: 'agency',
    label: localizedText('importers.agreements.columns.agency'),
    also: ['LAW ENFORCEMENT AGENCY'],
    required: true,
  },
  { name: 'type', label: localizedText('importers.agreements.columns.type'), required: true },
  { name: 'county', label: localizedText('importers.agreements.columns.county') },
  { name: 'model', label: localizedText('importers.agreements.columns.model'), also: ['SUPPORT TYPE'], required: true },
  { name: 'signed', label: localizedText('importers.agreements.columns.signed'), required: true },
  {
    name: 'agreement_link',
    label: localizedText('importers.agreements.columns.agreementLink'),
    also: ['MOA (link)', 'MOA_URL'],
  },
  {
    name: 'addendum_link',
    label: localizedText('importers.agreements.columns.addendumLink'),
    also: ['ADDENDUM (link)', 'ADDENDUM_URL'],
  },
  {
    name: 'list_row',
    label: localizedText('importers.agreements.columns.listRow'),
    about: localizedText('importers.agreements.columns.listRowAbout'),
    also: ['Row in the file', 'Fila del archivo'],
  },
  {
    name: 'place',
    label: localizedText('importers.agreements.columns.place'),
    about: localizedText('importers.agreements.columns.placeAbout'),
  },
  {
    name: 'organization',
    label: localizedText('importers.agreements.columns.organization'),
    about: localizedText('importers.agreements.columns.organizationAbout'),
  },
]

/** The day in a file name such as participatingAgencies07182025pm.xlsx, if any. */
export const dayInName = (name: string): string => {
  const [, month, day, year] = /(\d{2})(\d{2})(20\d{2})/.exec(name) ?? []
  return (month && readDay(`${month}/${day}/${year}`)) || (/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '')
}

/** Imports ICE's list of 287(g) agencies. Each row becomes an agreement, the stance that rests on it,
 * and, if needed, an organization. */
export const agreements287g: Importer = {
  kind: 'agreements-287g',
  isPublicList: true,
  label: localizedText('importers.agreements.label'),
  about: localizedText('importers.agreements.about'),
  permission: 'record:import',
  columns: COLUMNS,
  options: [
    {
      name: 'listDate',
      label: localizedText('importers.agreements.options.listDate'),
      about: localizedText('importers.agreements.options.listDateAbout'),
      suggest: ({ name }) => dayInName(name),
    },
    { name: 'listUrl', label: localizedText('importers.agreements.options.listUrl') },
  ],
  plan: async (rows, given) => {
    const states = [...new Set(rows.flatMap(({ cells }) => stateOf(cells.state ?? '')?.usps ?? []))]
    const file = { sha256: given.file.sha256, listDate: readDay(given.options.listDate ?? '') }
    const [places, known] = [await readPlaces(given.tx, states), await readExistingRecords(given.tx, file, states)]
    const bodies = new Map<string, MadeEntry>()
    return mapInSlices(rows, (row) => planRow(row, given, places, known, bodies))
  },
}

/** `bodies`: new organizations of earlier rows. If the list spells a name in two ways, the first one is used. */
function planRow(
  given: GivenRow,
  { file, options }: Given,
  places: Places,
  known: ExistingRecords,
  bodies: Map<string, MadeEntry>,
): PlannedRow {
  const { cells, asRead, row } = given
  const problems: RowProblems = {}
  const add = (column: string, problem: ReturnType<typeof error>) =>
    (problems[column] = [...(problems[column] ?? []), problem])
  const title = [cells.agency, cells.model].filter(Boolean).join(', ')
  const state = stateOf(cells.state ?? '')
  if (!state) add('state', error(localizedText('importers.agreements.unknownState', { state: cells.state ?? '' })))
  if (!cells.agency) add('agency', error(localizedText('importers.agreements.noAgency')))
  const model = MODELS.find((one) => foldName(one) === foldName(cells.model ?? ''))
  if (!model) add('model', unknownModel(cells.model ?? ''))
  const signed = signedOf(cells.signed, add)
  const listDate = readDay(options.listDate ?? '')
  if (!state || !cells.agency) return { title, problems, entries: [] }

  const existing = known.organizationNamed(state.usps, cells.agency)
  const { agency: name, type = '', county, place } = cells
  const recorded = existing && places.given(existing.jurisdictionId)
  const located = locate(places, state.usps, { agency: name, type, county, place, published: recorded })
  for (const [column, of] of Object.entries(located.problems)) for (const one of of) add(column, one)
  const { agency } = located
  if (!agency || !model) return { title, problems, entries: [] }

  const organization = existing?.id ?? organizationOf(agency, state.usps, cells.organization, known, add)
  if (!organization) return { title, problems, entries: [] }
  const entries: MadeEntry[] = []
  const listSourceId =
    known.listSourceId ?? idFor('sources', listDate ? `287g-list:${listDate}` : `file:${file.sha256}`)
  if (!known.listSourceId)
    entries.push({ type: 'sources', id: listSourceId, data: listOf(file.sha256, listDate, options.listUrl) })
  if (!existing && !known.organization(organization)) {
    const body = { type: 'organizations', id: organization, data: organizationInput(agency) }
    if (!bodies.has(organization)) bodies.set(organization, body)
    entries.push(bodies.get(organization)!)
  }
  const fileIds = [cells.agreement_link, cells.addendum_link].flatMap((cell, at) => {
    const link = linkOf(cell)
    if (cell && !link)
      add(at ? 'addendum_link' : 'agreement_link', warning(localizedText('importers.agreements.noLink')))
    if (!link) return []
    const id = known.sourceAt(keyOfLink(link)) ?? idFor('sources', `url:${keyOfLink(link)}`)
    if (!known.sourceAt(keyOfLink(link))) entries.push({ type: 'sources', id, data: fileSource(link) })
    return id
  })
  const listed: Listed = {
    row: Number(cells.list_row) || row,
    agency,
    organizationId: organization,
    model,
    signed,
    signedAsWritten: cells.signed ?? '',
    listSourceId,
    listDate,
    fileIds: [...new Set(fileIds)],
    asRead,
  }
  const published = known.agreement(organization, model)
  const id = published?.id ?? idFor('policies', `287g:${organization}:${slug(model)}`)
  entries.push({ type: 'policies', id, data: agreementWith(published?.data ?? null, listed) })
  const stance = known.stanceOn(id)
  const stanceId = stance?.id ?? idFor('stances', `287g:${organization}:${slug(model)}`)
  entries.push({ type: 'stances', id: stanceId, data: stanceWith(stance?.data ?? null, listed, id) })
  return { title, problems, entries }
}

type Add = (column: string, problem: ReturnType<typeof error>) => void

/** The day of signing; null with a warning if the cell is empty or not a date. */
const signedOf = (cell: string | undefined, add: Add): string | null => {
  if (isNothing(cell)) {
    add('signed', warning(localizedText('importers.agreements.noSigned')))
    return null
  }
  const day = readDay(cell!)
  if (!day) add('signed', warning(localizedText('importers.agreements.signedNoDate', { cell: cell! })))
  return day
}

/** The published organization of the same kind at the place if the editor confirmed it, otherwise a new one. */
function organizationOf(
  agency: Agency,
  usps: string,
  chosen: string | undefined,
  known: ExistingRecords,
  add: Add,
): string | null {
  if (chosen && chosen !== 'new') {
    if (known.organization(chosen)) return chosen
    add('organization', error(localizedText('importers.agreements.noSuchOrganization')))
    return null
  }
  const same = known.organizationsAt(agency.place.id, agency.kind)
  if (same.length && chosen !== 'new') {
    add(
      'organization',
      error(
        localizedText('importers.agreements.sameKindOfOrganization', { fullName: agency.place.fullName }),
        localizedText('importers.agreements.saySameOrganization'),
        [...same.map(({ id, name }) => ({ value: id, label: name })), { value: 'new', label: 'Another one' }],
      ),
    )
    return null
  }
  return idFor('organizations', `287g:${usps}:${foldName(agency.name)}:${agency.place.id}`)
}

const organizationInput = ({ name, kind, place }: Agency) => ({
  name,
  kind,
  aliases: [],
  note: null,
  jurisdictionId: place.id,
  servesIds: [],
})

const listOf = (sha256: string, date: string | null, url: string | undefined) =>
  listSource({
    sha256,
    date,
    words: date ? localizedText('importers.agreements.listOf', { day: localizedDay(date) }) : null,
    url: linkOf(url),
  })

const unknownModel = (model: string) =>
  error(
    localizedText('importers.agreements.unknownModel', { model, models: MODELS.join(', ') }),
    localizedText('importers.agreements.choose'),
    closestName(model, MODELS, (one) => one).map((one) => ({ value: one, label: one })),
  )
