import { langOf } from '@/app/[lang]/lang'
import { RecordRows } from '@/components/public/records/record-rows'
import { translator } from '@/lib/platform/i18n/translate'
import { findById } from '@/lib/features/exports/find-record'
import { isRecordTypeName, type TypedRecord } from '@/lib/records/registry'
import { titleOf } from '@/lib/records/titles'
import { permanentRedirect } from 'next/navigation'
import { href } from '@/lib/platform/i18n/translate'
import { embedPath } from '@/lib/features/embeds/address'
import { embedMetadata, embedMissing, embedPage } from '../../embed'

type Route = { params: Promise<{ lang: string; type: string; id: string }> }

const read = async ({ params }: Route) => {
  const { lang: prefix, type, id } = await params
  const lang = langOf(prefix)
  const lookup = isRecordTypeName(type) ? (await findById(type, id)).lookup : { status: 'missing' as const }
  const title = lookup.status === 'found' ? titleOf({ type, record: lookup.record } as TypedRecord, lang) : null
  return { lang, type, lookup, title }
}

export const generateMetadata = async (route: Route) => {
  const { lang, lookup, title } = await read(route)
  return title !== null && lookup.status === 'found'
    ? embedMetadata(title, lookup.record.path, lang)
    : embedMetadata(translator(lang)('missing.title'), '/', lang)
}

/** `/embed/statements/<id>`: one record. Redirects moved records; withdrawn ones answer 410. */
export default async function Page(route: Route) {
  const { lang, type, lookup, title } = await read(route)
  if (lookup.status === 'moved') permanentRedirect(href(lang, embedPath(lookup.path) ?? lookup.path))
  if (lookup.status === 'withdrawn') return embedMissing(lang, 410)
  if (lookup.status === 'missing' || !isRecordTypeName(type)) return embedMissing(lang)
  return embedPage(title!, lookup.record.path, lang, <RecordRows type={type} rows={[lookup.record]} lang={lang} />)
}
