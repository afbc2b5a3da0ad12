import { POSITION, type Position } from '@/lib/vocabularies/stances'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PositionFigure } from '@/components/ui/position-mark'
import type { AnswersOfLevel } from '@/lib/records/federal-actions/answers-by-level'
import { translator } from '@/lib/platform/i18n/translate'

const COLUMN_ORDER = ['supports', 'supports_in_part', 'no_position', 'opposes_in_part', 'opposes', 'unclear'] as const

/** Numbers of responses by level of government and position. Omits empty columns. */
export const AnswersTable = ({ answers, lang }: { answers: readonly AnswersOfLevel[]; lang: Lang }) => {
  const t = translator(lang)
  const columns = COLUMN_ORDER.filter((one) => answers.some((row) => row.positions[one]))
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
            <th scope="col" className="figures">
              {t('action.other')}
            </th>
          )}
          {policies && (
            <th scope="col" className="figures">
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
              <td key={one} className="figures" data-column={POSITION[one][lang]}>
                <Tally count={row.positions[one] ?? 0} />
              </td>
            ))}
            {uncoded && (
              <td className="figures" data-column={t('action.other')}>
                <Tally count={row.uncoded} />
              </td>
            )}
            {policies && (
              <td className="figures" data-column={t('action.policies')}>
                <Tally count={row.policies} />
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Head = ({ position, lang }: { position: Position; lang: Lang }) => (
  <th scope="col" className="figures">
    <span className="inline-block">
      <PositionFigure position={position} />
    </span>
    <br />
    {POSITION[position][lang]}
  </th>
)

const ROW = 10

/** One square per entry, and the number. */
const Tally = ({ count }: { count: number }) => (
  <>
    {count > 0 && (
      <svg
        className="mark tally"
        width={Math.min(count, ROW) * 8}
        height={Math.ceil(count / ROW) * 8}
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: count }, (_, at) => (
          <rect key={at} x={(at % ROW) * 8} y={Math.floor(at / ROW) * 8} width="6" height="6" className="solid" />
        ))}
      </svg>
    )}{' '}
    {count}
  </>
)
