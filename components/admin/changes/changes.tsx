import type { ReactNode } from 'react'
import type { ChangeFilters } from '@/lib/features/history/change-queries'
import { COMMAND_LABELS } from '@/lib/vocabularies/commands'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import type { Lang } from '@/lib/platform/i18n/locale'
import { adminMessages } from '@/components/admin/admin-messages'

type Props = {
  lang: Lang
  filters: ChangeFilters
  people: readonly { id: string; name: string }[]
  next: string | null
  empty: boolean
  children: ReactNode
}

/** Audit log with filters in the query. */
export const Changes = ({ lang, filters, people, next, empty, children }: Props) => {
  const t = adminMessages(lang)
  const commands = Object.entries(COMMAND_LABELS)
    .map(([command, label]) => ({ command, label: label[lang] }))
    .toSorted((a, b) => a.label.localeCompare(b.label, lang))
  const { before, ...active } = filters
  const query = new URLSearchParams(Object.entries(active).filter(([, value]) => value))
  return (
    <>
      <p className="quiet">{t('changes.about')}</p>
      <form method="get" className="row-form">
        <label>
          {t('changes.who')}
          <select name="by" className="input" defaultValue={filters.by}>
            <option value="">{t('changes.everyone')}</option>
            {people.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value="system">{t('changes.nobody')}</option>
          </select>
        </label>
        <label>
          {t('changes.what')}
          <select name="command" className="input" defaultValue={filters.command}>
            <option value="">{t('changes.anything')}</option>
            {commands.map(({ command, label }) => (
              <option key={command} value={command}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('changes.recordType')}
          <select name="type" className="input" defaultValue={filters.type}>
            <option value="">{t('changes.any')}</option>
            {RECORD_TYPE_NAMES.map((type) => (
              <option key={type} value={type}>
                {t(`entries.recordType.${type}`)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t('changes.day')}
          <input type="date" name="day" className="input" defaultValue={filters.day} />
        </label>
        <p className="actions">
          <button type="submit" className="button">
            {t('changes.apply')}
          </button>
          <a href="/admin/changes">{t('changes.clear')}</a>
        </p>
      </form>
      {empty ? <p>{t('changes.none')}</p> : children}
      <nav className="inline-list admin-pages" aria-label={t('entries.pages')}>
        {before && <a href={`/admin/changes?${query}`}>{t('changes.newest')}</a>}
        {next && (
          <a rel="next" href={`/admin/changes?${new URLSearchParams([...query, ['before', next]])}`}>
            {t('changes.older')}
          </a>
        )}
      </nav>
    </>
  )
}
