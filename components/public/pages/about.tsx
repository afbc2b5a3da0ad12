import type { Lang } from '@/lib/platform/i18n/locale'
import { PageHead, Section } from '@/components/public/layout/section'
import { href, translator } from '@/lib/platform/i18n/translate'

export const AboutPage = ({ lang }: { lang: Lang }) => {
  const t = translator(lang)
  return (
    <article>
      <PageHead title={t('about.title')}>
        <p className="lede">{t('about.lead')}</p>
      </PageHead>
      <Section title={t('recordType.about')}>
        <div className="reading">
          <p>{t('about.neutral')}</p>
          <p>{t('about.check')}</p>
          <p>{t('about.partial')}</p>
        </div>
      </Section>
      <Section title={t('about.read')}>
        <ul>
          <li>
            <a href={href(lang, '/about/methodology')}>{t('about.methodology')}</a>
          </li>
          <li>
            <a href={href(lang, '/about/codebook')}>{t('about.codebook')}</a>
          </li>
          <li>
            <a href={href(lang, '/about/corrections')}>{t('corrections.title')}</a>
          </li>
          <li>
            <a href={href(lang, '/data')}>{t('data.title')}</a>
          </li>
          <li>
            <a href={href(lang, '/about/api')}>{t('api.title')}</a>
          </li>
        </ul>
      </Section>
    </article>
  )
}
