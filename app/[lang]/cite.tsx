import { CiteThis } from '@/components/public/citing/cite-this'
import { EmbedThis } from '@/components/public/embeds/embed-this'
import { Section } from '@/components/public/layout/section'
import { href, translator } from '@/lib/platform/i18n/translate'
import { citableRecord } from '@/lib/features/citing/cite-record'
import { embedLine, embedPath } from '@/lib/features/embeds/address'
import { titleOf } from '@/lib/records/titles'
import type { RecordTypeName, TypedRecord } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { today } from '@/lib/text/today'

type Props = { type: RecordTypeName; record: { path: string; version: number }; current: number; lang: Lang }

/** Footer section of a record page: citation, JSON download and embed code. */
export const CiteRecord = ({ type, record, current, lang }: Props) => {
  const t = translator(lang)
  const typedRecord = { type, record } as TypedRecord
  // States embed as maps, and the map page offers that embed itself.
  const embed = type === 'jurisdictions' ? null : embedPath(record.path)
  const version = record.version === current ? '' : `?version=${record.version}`
  return (
    <Section title={t('cite.title')} id="cite" printed={false}>
      <CiteThis cited={citableRecord(typedRecord, lang, today())} lang={lang} />
      <p className="mt-3">
        <a href={`${href(lang, record.path)}.json${version}`} type="application/json">
          {t('download.entry')} (JSON)
        </a>
      </p>
      {embed && (
        <div className="mt-3">
          <EmbedThis embed={embed} line={embedLine({ embed, title: titleOf(typedRecord, lang), lang })} lang={lang} />
        </div>
      )}
    </Section>
  )
}
