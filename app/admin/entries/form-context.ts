import { quotedSources } from '@/lib/features/editing/source-queries'
import { citationsIn, recordsNamedIn } from '@/lib/records/shared/citations-in'
import { type Editing, recordNames } from '@/lib/features/editing/editing-queries'
import { findRecords } from '@/lib/features/editing/find-records'
import type { FieldHints } from '@/lib/features/editing/field-hints'
import { formPlan } from '@/lib/features/editing/form-plans'
import type { RecordTypeName } from '@/lib/records/paths'
import type { Lang } from '@/lib/platform/i18n/locale'
import { unresolvedReferencesIn } from '@/lib/platform/forms/unresolved-reference'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { localTimeIn } from '@/lib/platform/i18n/time-zones'
import { hintsFor } from './hints-for'

type Data = Record<string, unknown>

/** The sources that an entry's citations name, with their kept texts. */
export const sourcesOf = (data: Data) => quotedSources(citationsIn(data).flatMap(({ sourceId }) => sourceId ?? []))

type Entry = { type: RecordTypeName; recordId: string; baseVersion: number; data: Data }

/** What the form is told of these data. */
export async function formHints({ type, recordId, baseVersion, data }: Entry, lang: Lang): Promise<FieldHints> {
  const { fields } = formPlan(type, lang)
  const places = placesIn(data)
  const looked = unresolvedReferencesIn(fields, data)
  const [sources, choices, alike] = await Promise.all([
    sourcesOf(data),
    Promise.all(
      looked.map(({ type: where, words }) => findRecords({ type: where, words, places, not: recordId, lang })),
    ),
    baseVersion === 0 ? alikeTo(type, recordId, data, places, lang) : [],
  ])
  return {
    ...hintsFor(fields, data, sources, lang),
    alike,
    choices: Object.fromEntries(looked.map(({ path }, at) => [path, choices[at]!])),
  }
}

/** The places that the data name. */
export const placesIn = (data: Data): string[] =>
  recordsNamedIn(data).flatMap(({ type, id }) => (type === 'jurisdictions' && /^[0-9a-z]{10}$/.test(id) ? [id] : []))

/** What is there already by such a name: a new record could be the same. */
const alikeTo = async (type: RecordTypeName, not: string, data: Data, places: string[], lang: Lang) => {
  const words = ['officials', 'organizations', 'jurisdictions'].includes(type) ? data.name : data.url
  if (typeof words !== 'string' || words.trim().length < 3) return []
  return (await findRecords({ type, words, places, not, lang })).filter((one) => one.alike)
}

/** What the records are called that the data name. */
export const namesOf = (data: Data, lang: Lang) => recordNames(recordsNamedIn(data), lang)

/** The time of a save, on the clock of the admin area: "10:32". */
export const timeZoneOf = async (at: Editing['updatedAt']): Promise<string> =>
  localTimeIn(at, (await sitePolicy()).timeZone).slice(11)
