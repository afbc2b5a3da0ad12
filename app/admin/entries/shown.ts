import { quotedSources } from '@/lib/domain/desk/source-queries'
import { citationsIn, namedIn } from '@/lib/domain/desk/cited'
import { type Editing, recordNames } from '@/lib/domain/desk/editing-queries'
import type { Told } from '@/lib/domain/desk/told'
import { formPlan } from '@/lib/domain/forms/plans'
import type { RoomName } from '@/lib/domain/registry'
import type { Lang } from '@/lib/platform/collections/language'
import { sitePolicy } from '@/lib/platform/policy/policy'
import { clockAt } from '@/lib/platform/time/zoned'
import { tell } from './tell'

type Data = Record<string, unknown>

/** The sources that an entry's citations name, with their kept texts. */
export const sourcesOf = (data: Data) => quotedSources(citationsIn(data).flatMap(({ sourceId }) => sourceId ?? []))

/** What the form is told of these data. */
export async function toldOf(room: RoomName, _id: string, data: Data, lang: Lang): Promise<Told> {
  const sources = await sourcesOf(data)
  return { ...tell(formPlan(room, lang).fields, data, sources, lang), alike: [] }
}

/** What the records are called that the data name. */
export const namesOf = (data: Data, lang: Lang) => recordNames(namedIn(data), lang)

/** The time of a save, on the clock of the desk: "10:32". */
export const clockOf = async (at: Editing['updatedAt']): Promise<string> =>
  clockAt(at, (await sitePolicy()).timeZone).slice(11)
