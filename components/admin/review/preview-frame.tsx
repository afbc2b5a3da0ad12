import type { ReactNode } from 'react'
import type { RecordTypeName } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = {
  /** Locale of the admin area. */
  admin: Lang
  /** Locale of the previewed page. */
  lang: Lang
  back: string
  drafts: readonly { title: string; type: RecordTypeName; href: string; current: boolean }[]
  languages: Record<Lang, string>
  /** The public page; null if it cannot be rendered yet. */
  children: ReactNode
}

/** Frame around a preview that marks it as not public. */
export const PreviewFrame = ({ admin, lang, back, drafts, languages, children }: Props) => {
  const t = adminMessages(admin)
  return (
    <>
      <header className="preview-bar">
        <div className="wrap">
          <p className="preview-name">{t('review.notPublic')}</p>
          <p className="quiet">{t('review.previewAbout')}</p>
          <nav className="inline-list" aria-label={t('review.preview')}>
            <a href={back}>{t('review.back')}</a>
            <a href={languages.en} lang="en" aria-current={lang === 'en' ? 'true' : undefined}>
              English
            </a>
            <a href={languages.es} lang="es" aria-current={lang === 'es' ? 'true' : undefined}>
              Español
            </a>
          </nav>
          {drafts.length > 1 && (
            <ul className="inline-list">
              {drafts.map(({ title, type, href, current }) => (
                <li key={href}>
                  <a href={href} aria-current={current ? 'true' : undefined}>
                    {t(`entries.recordType.${type}`)}: {title}
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </header>
      <main id="content" className="wrap page preview" tabIndex={-1} lang={lang}>
        {children ?? <p>{t('review.previewNot')}</p>}
      </main>
    </>
  )
}
