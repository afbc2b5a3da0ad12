import { mapInSlices } from '@/lib/platform/imports/map-in-slices'
import {
  type GivenRow,
  type Importer,
  type MadeEntry,
  type Problem,
  type RowProblems,
  error,
  warning,
} from '@/lib/platform/imports/importer'
import { type Places, readPlaces } from '../places'
import { TERM_COLUMNS, overlap } from './import-members'
import { type ExistingOfficials, readExistingOfficials } from './existing-officials'
import { type Term, overlapping, withTerms } from './roles'
import { termOf } from './term'
import { localizedText } from '@/lib/platform/i18n/translate'

/** Imports terms of published members of Congress. Each becomes a role with its party. */
export const congressTerms: Importer = {
  kind: 'congress-terms',
  isPublicList: true,
  label: localizedText('importers.congress.terms.label'),
  about: localizedText('importers.congress.terms.about'),
  permission: 'record:import',
  columns: TERM_COLUMNS,
  chunk: 50,
  plan: async (rows, { tx }) => {
    const [places, known] = [await readPlaces(tx), await readExistingOfficials(tx)]
    const read = await mapInSlices(rows, (row) => readRow(row, places, known))
    const entries = await entriesOf(read, known)
    return read.map(({ bioguide, title, term, problems }) => ({
      title,
      problems,
      entries: (term && entries.get(bioguide)) ?? [],
    }))
  },
}

type Read = { bioguide: string; title: string; term: Term | null; problems: RowProblems }

const readRow = ({ cells }: GivenRow, places: Places, known: ExistingOfficials): Read => {
  const problems: RowProblems = {}
  const add = (column: string, problem: Problem) => (problems[column] = [...(problems[column] ?? []), problem])
  const { bioguide = '' } = cells
  const official = known.byBioguide(bioguide)
  if (!official)
    add(
      'bioguide',
      error(
        localizedText('importers.congress.unknownBioguide', { bioguide }),
        localizedText('importers.congress.importMembersFirst'),
      ),
    )
  const term = termOf(cells, places, add)
  const other = official && term && overlapping(official.data.roles, term)
  if (other) add('from', warning(overlap(other)))
  const title = [official?.name ?? bioguide, cells.chamber, cells.from].filter(Boolean).join(', ')
  return { bioguide, title, term: official ? term : null, problems }
}

/** The entry with all terms, by person. All rows of a person share it, and it is published once. */
const entriesOf = async (read: readonly Read[], known: ExistingOfficials): Promise<Map<string, MadeEntry[]>> => {
  const terms = new Map<string, Term[]>()
  for (const { bioguide, term } of read) if (term) terms.set(bioguide, [...(terms.get(bioguide) ?? []), term])
  return new Map(
    await mapInSlices([...terms], ([bioguide, of]): [string, MadeEntry[]] => {
      const { id, data } = known.byBioguide(bioguide)!
      const { source } = known
      const roles = withTerms(data.roles, of, source.id, bioguide)
      return [
        bioguide,
        [
          ...(source.data && roles.length > data.roles.length
            ? [{ type: 'sources', id: source.id, data: source.data }]
            : []),
          { type: 'officials', id, data: { ...data, roles } },
        ],
      ]
    }),
  )
}
