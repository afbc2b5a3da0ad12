import { POSITION, type Position } from '@/lib/domain/taxonomy/cooperation'
import type { Lang } from '@/lib/platform/collections/language'
import { PositionFigure } from '../marks/position-mark'
import type { AnswersOfLevel } from '../pages/answers-by-level'
import { words } from '../words'

const SHOWN = ['supports', 'supports_in_part', 'no_position', 'opposes_in_part', 'opposes', 'unclear'] as const

/** How many entries of each level take which position; columns that nobody takes are left out. */
export const AnswersTable = ({ answers, lang }: { answers: readonly AnswersOfLevel[]; lang: Lang }) => {
  const t = words(lang)
  const columns = SHOWN.filter((one) => answers.some((row) => row.positions[one]))
  const uncoded = answers.some((row) => row.uncoded)
  const policies = answers.some((row) => row.policies)
  return (
    <table className="table table-stacks">
      <caption>{t('action.caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('action.level')}</th>
          {columns.map((one) => (
            <Head key={one} position={one} lang={lang} />
          ))}
          {uncoded && (
            <th scope="col" className="number">
              {t('action.other')}
            </th>
          )}
          {policies && (
            <th scope="col" className="number">
              {t('action.policies')}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {answers.map((row) => (
          <tr key={row.level}>
            <th scope="row">{t(`level.${row.level}`)}</th>
            {columns.map((one) => (
              <td key={one} className="number" data-column={POSITION[one][lang]}>
                {row.positions[one] ?? 0}
              </td>
            ))}
            {uncoded && (
              <td className="number" data-column={t('action.other')}>
                {row.uncoded}
              </td>
            )}
            {policies && (
              <td className="number" data-column={t('action.policies')}>
                {row.policies}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Head = ({ position, lang }: { position: Position; lang: Lang }) => (
  <th scope="col" className="number">
    <span className="inline-block">
      <PositionFigure position={position} />
    </span>
    <br />
    {POSITION[position][lang]}
  </th>
)
