import type { CorrectedFields } from '@/lib/features/corrections/changed-fields'
import { type Lang, localize } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { formatDay } from '@/lib/text/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'
import { FieldChanges } from './field-changes'

type Props = { corrections: readonly CorrectedFields[]; lang: Lang }

/** Corrections and withdrawals with reason and date. */
export const CorrectionsPage = ({ corrections, lang }: Props) => {
  const t = translator(lang)
  return (
    <article>
      <PageHead title={t('corrections.title')}>
        <p className="lede">{t('corrections.lead')}</p>
        <p>
          <a href={href(lang, '/about/corrections.atom')} type="application/atom+xml">
            {t('corrections.feed')}
          </a>
        </p>
      </PageHead>
      {corrections.length === 0 && <p>{t('corrections.none')}</p>}
      {corrections.map((one) => (
        <Section
          key={`${one.type}/${one.id}/${one.version}`}
          title={one.title}
          link={href(lang, one.path)}
          about={
            <p>
              {t(`corrections.${one.kind}`)}, <time dateTime={one.at}>{formatDay(one.at, lang)}</time>
              {one.kind !== 'withdrawn' && <Versions correction={one} lang={lang} />}
            </p>
          }
        >
          <p className="reading mb-3">{reason(one, lang)}</p>
          {one.kind !== 'withdrawn' && <FieldChanges changes={one.changes} lang={lang} />}
        </Section>
      ))}
    </article>
  )
}

const reason = ({ reason: text }: CorrectedFields, lang: Lang) => {
  if (!text) return translator(lang)('corrections.noReason')
  const localized = localize(text, lang)
  return <span lang={localized.lang}>{localized.text}</span>
}

const Versions = ({ correction: { path, version }, lang }: { correction: CorrectedFields; lang: Lang }) => {
  const t = translator(lang)
  return (
    <>
      {[version - 1, version].map((number) => (
        <span key={number} className="block">
          <a href={href(lang, `${path}?version=${number}`)}>{t('corrections.version', { version: number })}</a>
        </span>
      ))}
    </>
  )
}
