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
import { idFor } from '@/lib/platform/publishing/ids'
import { slug } from '@/lib/platform/http/slug'
import { readDay, formatDay } from '../read-day'
import { closestName, foldName } from '@/lib/text/similar-names'
import { type Places, readPlaces, stateOf } from '../places'
import { type Agency, isNothing, locate } from './agency'
import { type Listed, MODELS, agreementWith } from './agreement'
import { type ExistingRecords, readExistingRecords } from './existing-records'
import { fileSource, keyOfLink, linkOf, listSource } from './links'

const words = (en: string, es: string) => ({ en, es })

const COLUMNS = [
  { name: 'state', label: words('State', 'Estado'), required: true },
  { name: 'agency', label: words('Agency', 'Agencia'), also: ['LAW ENFORCEMENT AGENCY'], required: true },
  { name: 'type', label: words('Type', 'Tipo'), required: true },
  { name: 'county', label: words('County', 'Condado') },
  { name: 'model', label: words('Model', 'Modelo'), also: ['SUPPORT TYPE'], required: true },
  { name: 'signed', label: words('Signed', 'Firma'), required: true },
  { name: 'agreement_link', label: words('Agreement, link', 'Acuerdo, enlace'), also: ['MOA (link)', 'MOA_URL'] },
  { name: 'addendum_link', label: words('Addendum, link', 'Anexo, enlace'), also: ['ADDENDUM (link)', 'ADDENDUM_URL'] },
  {
    name: 'list_row',
    label: words('Row in the list', 'Fila de la lista'),
    about: words('For a part of a list in a file of its own.', 'Para una parte de una lista en un archivo propio.'),
    also: ['Row in the file', 'Fila del archivo'],
  },
  {
    name: 'place',
    label: words('Place', 'Lugar'),
    about: words(
      'The id or path of the place, where the name does not say it.',
      'El ID o la ruta del lugar, si el nombre no lo dice.',
    ),
  },
  {
    name: 'organization',
    label: words('Organization', 'Organización'),
    about: words('The id of a published organization, or “new”.', 'El ID de una organización publicada, o «new».'),
  },
]

/** The day in a file name such as participatingAgencies07182025pm.xlsx, if any. */
export const dayInName = (name: string): string => {
  const [, month, day, year] = /(\d{2})(\d{2})(20\d{2})/.exec(name) ?? []
  return (month && readDay(`${month}/${day}/${year}`)) || (/\d{4}-\d{2}-\d{2}/.exec(name)?.[0] ?? '')
}

/** Imports ICE's list of 287(g) agencies. Each row becomes an agreement and, if needed, an organization. */
export const agreements287g: Importer = {
  kind: 'agreements-287g',
  label: words('287(g) agreements, list by ICE', 'Acuerdos 287(g), lista de ICE'),
  about: words(
    'ICE’s workbook of participating agencies. Each row becomes an agreement, with the police department, sheriff’s office or agency that signed it.',
    'El libro de ICE con las agencias participantes. Cada fila es un acuerdo, con el departamento de policía, la oficina del sheriff o la agencia que lo firmó.',
  ),
  permission: 'record:import',
  columns: COLUMNS,
  options: [
    {
      name: 'listDate',
      label: words('Date of the list', 'Fecha de la lista'),
      about: words('As 2025-07-18. Empty if it is not known.', 'Como 2025-07-18. Vacío si no se conoce.'),
      suggest: ({ name }) => dayInName(name),
    },
    { name: 'listUrl', label: words('Address of the list', 'Dirección de la lista') },
  ],
  plan: async (rows, given) => {
    const states = [...new Set(rows.flatMap(({ cells }) => stateOf(cells.state ?? '')?.usps ?? []))]
    const file = { sha256: given.file.sha256, listDate: readDay(given.options.listDate ?? '') }
    const [places, known] = [await readPlaces(given.tx, states), await readExistingRecords(given.tx, file, states)]
    const bodies = new Map<string, MadeEntry>()
    return rows.map((row) => planRow(row, given, places, known, bodies))
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
  if (!state)
    add('state', error(words(`“${cells.state ?? ''}” is no state.`, `«${cells.state ?? ''}» no es un estado.`)))
  if (!cells.agency) add('agency', error(words('The agency is missing.', 'Falta la agencia.')))
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
      add(at ? 'addendum_link' : 'agreement_link', warning(words('This is no link.', 'No es un enlace.')))
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
  return { title, problems, entries }
}

type Add = (column: string, problem: ReturnType<typeof error>) => void

/** The day of signing; null with a warning if the cell is empty or not a date. */
const signedOf = (cell: string | undefined, add: Add): string | null => {
  if (isNothing(cell)) {
    add('signed', warning(words('No day of signing is given.', 'No consta el día de la firma.')))
    return null
  }
  const day = readDay(cell!)
  if (!day)
    add(
      'signed',
      warning(
        words(
          `“${cell}” is no date. The agreement is recorded without one, with a note of what the list says.`,
          `«${cell}» no es una fecha. El acuerdo se registra sin ella, con una nota de lo que dice la lista.`,
        ),
      ),
    )
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
    add('organization', error(words('No organization has this id.', 'Ninguna organización tiene este ID.')))
    return null
  }
  const same = known.organizationsAt(agency.place.id, agency.kind)
  if (same.length && chosen !== 'new') {
    add(
      'organization',
      error(
        words(
          `${agency.place.fullName} has an organization of this kind under another name.`,
          `${agency.place.fullName} ya tiene una organización de este tipo con otro nombre.`,
        ),
        words('Say whether it is the same.', 'Indique si es la misma.'),
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
    words: date ? words(`list of ${formatDay(date, 'en')}`, `lista del ${formatDay(date, 'es')}`) : null,
    url: linkOf(url),
  })

const unknownModel = (model: string) =>
  error(
    words(
      `“${model}” is none of the models: ${MODELS.join(', ')}.`,
      `«${model}» no es ninguno de los modelos: ${MODELS.join(', ')}.`,
    ),
    words('Choose what is meant, or correct the file.', 'Elija lo que se quiso decir o corrija el archivo.'),
    closestName(model, MODELS, (one) => one).map((one) => ({ value: one, label: one })),
  )
