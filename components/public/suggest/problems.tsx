import type { Lang } from '@/lib/platform/i18n/locale'
import type { SuggestState } from './state'
import { suggestMessages } from './suggest-messages'

/** What needs correcting, each with the way to its field. */
export const Problems = ({ lang, state: { message, issues } }: { lang: Lang; state: SuggestState }) => {
  const wrong = Object.entries(issues)
  if (!message && wrong.length === 0) return null
  return (
    <div className="form-problem" role="alert">
      <h2>{suggestMessages(lang)('problem')}</h2>
      {message && <p>{message}</p>}
      {wrong.length > 0 && (
        <ul>
          {wrong.map(([field, words]) => (
            <li key={field}>
              <a href={field === 'kind' ? '#kind-source' : `#${field}`}>{words}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
