import type { Lang } from '@/lib/platform/i18n/locale'
import { LINK_OUTCOME } from '@/lib/vocabularies/link-outcomes'
import { isFailureCode } from '@/lib/platform/fetch/failures'
import { adminMessages } from '@/components/admin/admin-messages'
import type { SourceProps } from './source-page'

/** Notice about the last action, read from the query. Ignores invalid values. */
export const SourceNotices = ({ lang, query }: Pick<SourceProps, 'lang' | 'query'>) => {
  const t = adminMessages(lang)
  const { failed, detail, done, known, outcome } = query
  const number = (name: 'checked' | 'missing') => (/^\d{1,5}$/.test(String(query[name])) ? Number(query[name]) : 0)
  const line = (...parts: (string | false)[]) => (
    <p className="admin-done" role="status">
      {parts.filter(Boolean).join(' ')}
    </p>
  )
  if (typeof failed === 'string' && isFailureCode(failed)) {
    const why = t(`sources.failure.${failed}`, { detail: /^\d{3}$/.test(String(detail)) ? String(detail) : '' })
    return (
      <div className="form-problem" role="alert">
        <p>
          <strong>{t('sources.page.failed', { why })}</strong>
        </p>
        <p>{t('sources.page.failedText')}</p>
      </div>
    )
  }
  if (known) return line(t('sources.page.known'))
  if (done === 'checked' && typeof outcome === 'string' && outcome in LINK_OUTCOME)
    return line(t('sources.done.checked', { outcome: outcomeLabel(outcome as keyof typeof LINK_OUTCOME, lang) }))
  if (done === 'new' || done === 'same')
    return line(
      t('sources.done.captured', { checked: number('checked'), missing: number('missing') }),
      t(`sources.done.${done}`),
    )
  if (done === 'requested' || done === 'taken') return line(t(`sources.done.${done}`))
  return null
}

const outcomeLabel = (outcome: keyof typeof LINK_OUTCOME, lang: Lang): string =>
  LINK_OUTCOME[outcome][lang].toLowerCase()
