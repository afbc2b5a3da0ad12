import type { z } from 'zod'
import type { CitedSource } from '@/lib/records/shared/citation'
import { LINEAGE, SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Highlight } from './highlight'
import { href, translator } from '@/lib/platform/i18n/translate'
import { formatInexactDate } from '@/lib/text/format-date'
import { OutsideLink, RecordLink } from './record-link'

type Source = z.infer<typeof CitedSource>
type Props = { source: Source; lang: Lang }

/** Source of a quote: outlet, title, kind, date, lineage and links. */
export const SourceLine = ({ source, lang }: Props) => {
  const t = translator(lang)
  const published = source.published
    ? t('date.published', { date: formatInexactDate(source.published, lang) })
    : t('date.unpublished')
  return (
    <div className="quiet">
      <p>
        <cite>
          <Highlight text={source.outlet} />,{' '}
          <a href={href(lang, source.path)} lang={lang === 'en' ? undefined : 'en'}>
            “<Highlight text={source.name} />”
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
    {`. ${translator(lang)('evidence.corroborates')}`}
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
  const t = translator(lang)
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
