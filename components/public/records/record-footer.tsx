import type { Lang } from '@/lib/platform/i18n/locale'
import { Section } from '@/components/public/layout/section'
import { formatDay } from '@/lib/text/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  record: { id: string; path: string; version: number; publishedAt: string; updatedAt: string }
  lang: Lang
}

/** Citation data of a record: id, version, dates and permanent URL. */
export const RecordFooter = ({ record, lang }: Props) => {
  const t = translator(lang)
  return (
    <Section title={t('record.entry')}>
      <dl className="facts figures">
        <dt>{t('record.id')}</dt>
        <dd>{record.id}</dd>
        <dt>{t('record.version')}</dt>
        <dd>
          <a href={href(lang, `${record.path}?version=${record.version}`)}>{record.version}</a>
        </dd>
        <dt>{t('record.first')}</dt>
        <dd>
          <time dateTime={record.publishedAt}>{formatDay(record.publishedAt, lang)}</time>
        </dd>
        <dt>{t('record.updated')}</dt>
        <dd>
          <time dateTime={record.updatedAt}>{formatDay(record.updatedAt, lang)}</time>
        </dd>
        <dt>{t('record.address')}</dt>
        <dd>
          <a href={href(lang, record.path)}>{record.path}</a>
        </dd>
      </dl>
    </Section>
  )
}

/** Banner above an old version. */
export const OldVersion = ({ record, current, lang }: Props & { current: number }) => {
  if (record.version === current) return null
  const t = translator(lang)
  return (
    <p className="banner">
      {t('record.oldVersion', { version: record.version, current })}{' '}
      <a href={href(lang, record.path)}>{t('record.toCurrent')}</a>
    </p>
  )
}
