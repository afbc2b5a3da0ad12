import type { FederalAction } from '@/lib/records/federal-actions/schema'
import { eventInForce } from '@/lib/records/shared/status-in-force'
import { FEDERAL_ACTION_KIND, STATUS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { Localized } from '@/components/ui/localized-text'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { actions: readonly { action: FederalAction; answers?: number }[]; lang: Lang }

/** Table of federal actions: date, latest status and number of responses. */
export const ActionList = ({ actions, lang }: Props) => {
  const t = translator(lang)
  const counted = actions.some((one) => one.answers !== undefined)
  const [when, status, answers] = [t('statement.when'), t('policy.status'), t('action.entries')]
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('action.what')}</th>
          <th scope="col">{when}</th>
          <th scope="col">{status}</th>
          {counted && (
            <th scope="col" className="number">
              {answers}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {actions.map(({ action, answers: count }) => {
          const event = eventInForce(action.events)
          return (
            <tr key={action.id}>
              <th scope="row" className="share">
                <a href={href(lang, action.path)}>
                  <Localized text={action.title} lang={lang} />
                </a>
                <p className="quiet">
                  {FEDERAL_ACTION_KIND[action.kind][lang]}
                  {action.agency && <span lang="en">{` · ${action.agency}`}</span>}
                </p>
              </th>
              <td data-column={when}>{dateSentence(formatInexactDate(action.date, lang))}</td>
              <td data-column={status}>
                {event &&
                  t('policy.statusNow', {
                    status: STATUS[event.status][lang],
                    date: formatInexactDate(event.date, lang),
                  })}
              </td>
              {counted && (
                <td data-column={answers} className="number">
                  {count}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
