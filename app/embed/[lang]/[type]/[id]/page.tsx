import { langOf } from '@/app/[lang]/lang'
import { RecordRows } from '@/components/public/records/record-rows'
import { translator } from '@/lib/platform/i18n/translate'
import { findById } from '@/lib/features/exports/find-record'
import { isRecordTypeName } from '@/lib/records/columns'
import { titleOf } from '@/lib/records/titles'
import type { TypedRecord } from '@/lib/features/social-preview/records'
import { permanentRedirect } from 'next/navigation'
import { href } from '@/lib/platform/i18n/translate'
import { embedPath } from '@/lib/features/embeds/address'
import { embedMetadata, embedMissing, embedPage } from '../../embed'

type Route = { params: Promise<{ lang: string; room: string; id: string }> }

const read = async ({ params }: Route) => {
  const { lang: given, room, id } = await params
  const lang = langOf(given)
  const lookup = isRecordTypeName(room) ? (await findById(room, id)).lookup : { found: 'nothing' as const }
  const title = lookup.found === 'record' ? titleOf({ room, record: lookup.record } as TypedRecord, lang) : null
  return { lang, room, lookup, title }
}

export const generateMetadata = async (route: Route) => {
  const { lang, lookup, title } = await read(route)
  return title !== null && lookup.found === 'record'
    ? embedMetadata(title, lookup.record.path, lang)
    : embedMetadata(translator(lang)('missing.title'), '/', lang)
}

/** `/embed/statements/<id>`: one record; where it moved to; or that it was withdrawn. */
export default async function Page(route: Route) {
  const { lang, room, lookup, title } = await read(route)
  if (lookup.found === 'moved') permanentRedirect(href(lang, embedPath(lookup.path) ?? lookup.path))
  if (lookup.found === 'withdrawn') return embedMissing(lang, 410)
  if (lookup.found === 'nothing' || !isRecordTypeName(room)) return embedMissing(lang)
  return embedPage(title!, lookup.record.path, lang, <RecordRows room={room} rows={[lookup.record]} lang={lang} />)
}
