import type { Lang } from '@/lib/platform/i18n/locale'
import type { ArchiveLook, AdminSource, Entry, LinkLook, LostQuote } from '@/lib/features/source-health/admin-queries'
import { formatInexactDate } from '@/lib/text/format-date'
import { OutsideLink } from '@/components/ui/record-link'
import type { FormAction } from '@/components/admin/form-state'
import { SourceWords } from '@/components/ui/source-words'
import { adminMessages } from '@/components/admin/admin-messages'
import { Copies } from './copies'
import { Links } from './links'
import { Texts } from './texts'
import { SourceNotices } from './source-notices'

export type SourceActions = Record<
  'check' | 'recapture' | 'recaptureText' | 'requestCopy' | 'retryCopy' | 'applyCopy',
  FormAction
>

export type SourceProps = {
  lang: Lang
  zone: string
  source: AdminSource
  links: readonly LinkLook[]
  copies: readonly ArchiveLook[]
  lost: readonly LostQuote[]
  entries: readonly Entry[]
  /** Query parameters that describe the last action. */
  query: Readonly<Record<string, string | string[] | undefined>>
  may: { check: boolean; archive: boolean }
  actions: SourceActions
}

/** Admin page of a source: captured texts, link, archived copies, and the entries that cite it. */
export const SourcePage = (props: SourceProps) => {
  const { lang, source, lost, entries, query } = props
  const t = adminMessages(lang)
  return (
    <div className="source-page">
      <SourceNotices lang={lang} query={query} />
      <p className="source-facts">
        {[
          source.outlet && <span key="outlet">{source.outlet}</span>,
          source.published && (
            <span key="date">
              {t('sources.page.publishedOn', { date: formatInexactDate({ edtf: source.published }, lang) })}
            </span>
          ),
          source.url && (
            <OutsideLink key="url" to={source.url}>
              {source.url}
            </OutsideLink>
          ),
          source.path && (
            <a key="public" href={source.path}>
              {t('sources.page.public')}
            </a>
          ),
        ].filter(Boolean)}
      </p>
      {source.draftId && (
        <p>
          {!source.path && t('sources.page.isDraft')}{' '}
          <a href={`/admin/entries/${source.draftId}`}>{t('sources.page.details')}</a>
        </p>
      )}
      {lost.length > 0 && (
        <section className="source-lost">
          <h2>{t('sources.page.lost')}</h2>
          <p className="quiet">{t('sources.page.lostText')}</p>
          <ul className="admin-lines">
            {lost.map((one) => (
              <li key={`${one.type}/${one.id}/${one.exact}`}>
                <a href={one.path}>{one.title}</a>
                <blockquote>
                  <SourceWords text={one.exact} />
                </blockquote>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Texts {...props} />
      <section>
        <h2>{t('sources.page.entries')}</h2>
        {entries.length === 0 ? (
          <p>{t('sources.page.noEntries')}</p>
        ) : (
          <ul className="admin-lines">
            {entries.map(({ type, id, title, path }) => (
              <li key={`${type}/${id}`}>
                <span className="quiet">{t(`entries.recordType.${type as 'statements'}`)}</span>{' '}
                <a href={path}>{title}</a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <Links {...props} />
      <Copies {...props} />
    </div>
  )
}
