import type { Stance } from '@/lib/records/stances/schema'
import { BASIS, SETTING } from '@/lib/vocabularies/instruments'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { dateSentence } from '@/lib/text/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { StanceCaveats } from '@/components/ui/stance-caveats'
import { StanceDates, asOfText } from '@/components/ui/stance-dates'
import { StanceMark } from '@/components/ui/stance-mark'
import { href, translator } from '@/lib/platform/i18n/translate'

/** Stance row: topic, optionally the body, mark, date and basis. */
export const StanceRow = ({ stance, lang, bodies }: { stance: Stance; lang: Lang; bodies?: boolean }) => {
  const t = translator(lang)
  return (
    <tr>
      <th scope="row">
        <a href={href(lang, stance.path)}>{TOPIC[stance.topic][lang]}</a>
        {stance.setting && ` (${SETTING[stance.setting][lang]})`}
      </th>
      {bodies && (
        <td data-column={t('stance.body')}>
          <span>
            {stance.organization && (
              <>
                <RecordLink to={stance.organization} lang={lang} />
                {', '}
              </>
            )}
            <RecordLink to={stance.jurisdiction} lang={lang} />
          </span>
        </td>
      )}
      <td data-column={t('stance.stance')}>
        <div>
          <StanceMark value={stance.value} lang={lang} />
          <StanceCaveats stance={stance} lang={lang} />
          {stance.supersededBy && <p className="quiet">{t('stance.superseded')}</p>}
        </div>
      </td>
      <td data-column={t('stance.asOf')} className="as-of">
        <div>
          {dateSentence(asOfText(stance, lang))}
          <StanceDates stance={stance} lang={lang} />
        </div>
      </td>
      <td data-column={t('stance.restsOn')}>
        <div>
          {BASIS[stance.basis][lang]}
          {stance.policies.map((one) => (
            <span key={one.id}>
              {': '}
              <RecordLink to={one} lang={lang} title />
            </span>
          ))}
          {stance.statements.map((one) => (
            <span key={one.id}>
              {`, ${t('stance.saidBy')} `}
              <RecordLink to={one} lang={lang} />
            </span>
          ))}
        </div>
      </td>
    </tr>
  )
}
