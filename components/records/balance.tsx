import { COOPERATION } from '@/lib/domain/taxonomy/cooperation'
import type { Lang } from '@/lib/platform/collections/language'
import { StanceMark } from '../marks/stance-mark'
import { format, href, words } from '../words'

type Room =
  | 'jurisdictions'
  | 'statements'
  | 'policies'
  | 'stances'
  | 'officials'
  | 'organizations'
  | 'federal-actions'
  | 'sources'
  | 'labels'
type Value = keyof typeof COOPERATION

/** How many records each room has, and how the current stances lie on the scale of cooperation. */
export type BalanceCounts = {
  rooms: Partial<Record<Room, number>>
  stances: Partial<Record<Value, number>>
  sentence?: string
}

/** What the collection holds, so that a reader can see what it lacks. */
export const Balance = ({ counts, lang }: { counts: BalanceCounts; lang: Lang }) => {
  const t = words(lang)
  const values = (Object.keys(COOPERATION) as Value[]).filter((one) => one !== 'not_coded')
  const most = Math.max(1, ...values.map((one) => counts.stances[one] ?? 0))
  return (
    <div className="space-y-6">
      <ul className="inline-list">
        {(Object.keys(counts.rooms) as Room[]).map((room) => (
          <li key={room}>
            <a href={href(lang, `/${room}`)}>{t(`count.${room}`, { count: counts.rooms[room]! })}</a>
          </li>
        ))}
      </ul>
      <table className="table">
        <caption>{t('home.stancesHeld')}</caption>
        <tbody>
          {values.map((value) => (
            <tr key={value}>
              <th scope="row">
                <StanceMark value={value} lang={lang} />
              </th>
              <td className="number">{format(lang).number(counts.stances[value] ?? 0)}</td>
              <td className="w-1/3" aria-hidden="true">
                <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none">
                  <rect x="0" y="0" height="6" width={((counts.stances[value] ?? 0) / most) * 100} />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="quiet max-w-[66ch]">{t('home.missing')}</p>
    </div>
  )
}
