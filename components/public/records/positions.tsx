import { type Statement, whoseWords } from '@/lib/records/statements/schema'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PositionFigure, PositionMark } from '@/components/ui/position-mark'
import { POSITION } from '@/lib/vocabularies/stances'
import { HiddenCharacters, SourceWords } from '@/components/ui/source-words'
import { translator } from '@/lib/platform/i18n/translate'

type Props = { positions: Statement['positions']; lang: Lang }

/** Positions in a list: mark, position and topic. */
export const PositionList = ({ positions, lang }: Props) =>
  positions.length > 0 && (
    <ul className="inline-list text-sm">
      {positions.map((one, at) => (
        <li key={at} className="marked">
          <PositionFigure position={one.position} />
          <span>
            {POSITION[one.position][lang]}: {TOPIC[one.topic][lang]}
          </span>
        </li>
      ))}
    </ul>
  )

/** Positions on the statement's page, each with the words that support it and whose words they are. */
export const PositionTable = ({ statement, lang }: { statement: Statement; lang: Lang }) => {
  const t = translator(lang)
  const columns = { position: t('action.position'), quoted: t('stance.quoted') }
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('stance.topic')}</th>
          <th scope="col">{columns.position}</th>
          <th scope="col">{columns.quoted}</th>
        </tr>
      </thead>
      <tbody>
        {statement.positions.map((one, at) => (
          <tr key={at}>
            <th scope="row">{TOPIC[one.topic][lang]}</th>
            <td data-column={columns.position}>
              <PositionMark position={one.position} lang={lang} />
            </td>
            <td data-column={columns.quoted} className="share">
              <span lang="en" className="cited-text">
                <SourceWords text={one.span} />
              </span>{' '}
              <HiddenCharacters texts={[one.span]} lang={lang} />
              <span className="quiet block">{t(`evidence.wordsOf.${whoseWords(statement, one.span)}`)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
