import type { z } from 'zod'
import type { CitedSource } from '@/lib/records/shared/citation'
import { LINEAGE, SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Found } from './highlight'
import { href, words } from '@/lib/platform/i18n/translate'
import { dateWords } from './format-date'
import { OutsideLink, RecordLink } from './record-link'

type Source = z.infer<typeof CitedSource>
type Props = { source: Source; lang: Lang }

/** Where the words are written: outlet, title, kind, date, what it copies, and how to read it. */
export const SourceLine = ({ source, lang }: Props) => {
  const t = words(lang)
  const published = source.published
    ? t('date.published', { date: dateWords(source.published, lang) })
    : t('date.unpublished')
  return (
    <div className="quiet">
      <p>
        <cite>
          <Found text={source.outlet} />,{' '}
          <a href={href(lang, source.path)} lang={lang === 'en' ? undefined : 'en'}>
            “<Found text={source.name} />”
          </a>
        </cite>
        {`. ${SOURCE_KIND[source.kind][lang]}, ${published}. `}
        <SourceLinks url={source.url} archiveUrl={source.archiveUrl} lang={lang} />
      </p>
      {source.copyOf && <Lineage copyOf={source.copyOf} lang={lang} />}
    </div>
  )
}

export const Lineage = ({ copyOf, lang }: { copyOf: NonNullable<Source['copyOf']>; lang: Lang }) => (
  <p>
    {LINEAGE[copyOf.kind as keyof typeof LINEAGE][lang]} <RecordLink to={copyOf.source} lang={lang} title />
    {`. ${words(lang)('evidence.corroborates')}`}
  </p>
)

export const SourceLinks = ({
  url,
  archiveUrl,
  lang,
}: {
  url: string | null
  archiveUrl: string | null
  lang: Lang
}) => {
  const t = words(lang)
  return (
    <span className="source-links">
      {url ? <OutsideLink to={url}>{t('evidence.original')}</OutsideLink> : <span>{t('evidence.noAddress')}</span>}
      {archiveUrl ? (
        <OutsideLink to={archiveUrl}>{t('evidence.archived')}</OutsideLink>
      ) : (
        <span>{t('evidence.noArchive')}</span>
      )}
    </span>
  )
}
