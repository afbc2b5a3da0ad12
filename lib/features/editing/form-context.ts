import { type QuotedSource, quotedSources } from './source-queries'
import { findQuotePlaces } from './find-quote-places'
import type { QuotePlaces } from './quote-places'
import { referenceChoices } from './reference-choices'
import { citationsIn } from '@/lib/records/citations-in'
import { recordsNamedIn } from '@/lib/records/records-named-in'
import { type Editing, recordNames } from './editing-queries'
import { findRecords } from './find-records'
import type { FieldHints } from './field-hints'
import { formPlan } from './form-plans'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { unresolvedReferencesIn } from '@/lib/platform/forms/unresolved-reference'
import { sitePolicy } from '@/lib/platform/site-policy/site-policy'
import { localTimeIn } from '@/lib/platform/i18n/time-zones'
import { hintsFor } from './hints-for'

type Data = Record<string, unknown>

/** Sources that the draft cites, with their captured texts. */
export const sourcesOf = (data: Data) => quotedSources(citationsIn(data).flatMap(({ sourceId }) => sourceId ?? []))

/** The sources that a draft cites, and where their captured texts have its quotes. */
export type Quoted = { sources: QuotedSource[]; places: QuotePlaces }

export async function quotedBy(data: Data): Promise<Quoted> {
  const sources = await sourcesOf(data)
  return { sources, places: await findQuotePlaces(data, sources) }
}

type Entry = { type: RecordTypeName; recordId: string; baseVersion: number; data: Data }

/** Server-side hints for the form fields of a draft. */
export async function formHints(
  { type, recordId, baseVersion, data }: Entry,
  quoted: Quoted,
  lang: Lang,
): Promise<FieldHints> {
  const { fields } = formPlan(type, lang)
  const places = placesIn(data)
  const [choices, similar] = await Promise.all([
    referenceChoices(unresolvedReferencesIn(fields, data), (one) =>
      findRecords({ ...one, places, not: recordId, lang }),
    ),
    baseVersion === 0 ? findSimilar(type, recordId, data, places, lang) : [],
  ])
  return {
    ...hintsFor(fields, data, quoted.sources, quoted.places, lang),
    similar: similar,
    choices,
  }
}

/** Ids of the jurisdictions that the draft references. */
export const placesIn = (data: Data): string[] =>
  recordsNamedIn(data).flatMap(({ type, id }) => (type === 'jurisdictions' && /^[0-9a-z]{10}$/.test(id) ? [id] : []))

/** Existing records with a similar name or URL. Only new records are checked. */
const findSimilar = async (type: RecordTypeName, not: string, data: Data, places: string[], lang: Lang) => {
  const query = ['officials', 'organizations', 'jurisdictions'].includes(type) ? data.name : data.url
  if (typeof query !== 'string' || query.trim().length < 3) return []
  return (await findRecords({ type, words: query, places, not, lang })).filter((one) => one.alike)
}

/** Labels of all records that the draft references. */
export const namesOf = (data: Data, lang: Lang) => recordNames(recordsNamedIn(data), lang)

/** Local time of a save in the site's time zone: "10:32". */
export const saveTime = async (at: Editing['updatedAt']): Promise<string> =>
  localTimeIn(at, (await sitePolicy()).timeZone).slice(11)
