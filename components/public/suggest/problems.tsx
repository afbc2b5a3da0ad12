import type { Lang } from '@/lib/platform/i18n/locale'
import type { SuggestState } from './state'
import { suggestMessages } from './suggest-messages'

/** Error summary with links to the fields. */
export const Problems = ({ lang, state: { message, issues } }: { lang: Lang; state: SuggestState }) => {
  const entries = Object.entries(issues)
  if (!message && entries.length === 0) return null
  return (
    <div className="form-problem" role="alert">
      <h2>{suggestMessages(lang)('problem')}</h2>
      {message && <p>{message}</p>}
      {entries.length > 0 && (
        <ul>
          {entries.map(([field, issue]) => (
            <li key={field}>
              <a href={field === 'kind' ? '#kind-source' : `#${field}`}>{issue}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
