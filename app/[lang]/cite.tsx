import { CiteThis } from '@/components/public/citing/cite-this'
import { EmbedThis } from '@/components/public/embeds/embed-this'
import { Section } from '@/components/public/layout/section'
import { href, translator } from '@/lib/platform/i18n/translate'
import { citableRecord } from '@/lib/features/citing/cite-record'
import { embedLine, embedPath } from '@/lib/features/embeds/address'
import { titleOf } from '@/lib/records/titles'
import type { RecordTypeName } from '@/lib/records/paths'
import type { TypedRecord } from '@/lib/records/typed-record'
import type { Lang } from '@/lib/platform/i18n/locale'

type Props = { type: RecordTypeName; record: { path: string; version: number }; current: number; lang: Lang }

/** At the end of a record: how to cite this version, and the same as data. */
export const CiteRecord = ({ type, record, current, lang }: Props) => {
  const t = translator(lang)
  const of = { type, record } as TypedRecord
  // A state is shown elsewhere as its map, which says so itself.
  const embed = type === 'jurisdictions' ? null : embedPath(record.path)
  const version = record.version === current ? '' : `?version=${record.version}`
  return (
    <Section title={t('cite.title')} id="cite" printed={false}>
      <CiteThis cited={citableRecord(of, lang, today())} lang={lang} />
      <p className="mt-3">
        <a href={`${href(lang, record.path)}.json${version}`} type="application/json">
          {t('download.entry')} (JSON)
        </a>
      </p>
      {embed && (
        <div className="mt-3">
          <EmbedThis embed={embed} line={embedLine({ embed, title: titleOf(of, lang), lang })} lang={lang} />
        </div>
      )}
    </Section>
  )
}

/** The day on which the page was made, in UTC: what it says of itself as read then. */
export const today = (): string => new Date().toISOString().slice(0, 10)
