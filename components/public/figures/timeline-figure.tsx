import { type TimeAxis, type Bar, axisOf, barOf } from '@/lib/features/timeline/axis'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import type { Dated } from '@/components/public/pages/timeline'
import { format, translator } from '@/lib/platform/i18n/translate'
import type { FigureFile, FigureText } from './figure-file'
import type { FigureColors, Role } from './design-tokens'
import { type TimelineRow, timelineRows } from './timeline-rows'

type Drawing = Omit<FigureFile, 'name'>

const WIDTH = 1040
const LEFT = 268
const UNITS = 440
const ROW = 26
const LANE = { statement: 'place.said', policy: 'place.done', 'federal-action': 'timeline.federal' } as const
const FILL: Record<Dated['what'], Role> = { statement: 'grey', policy: 'solid', 'federal-action': 'frame' }

/** Federal actions and responses on one time axis. A bar covers the range in which an imprecise date may lie. */
export function timelineDrawing(entries: readonly Dated[], colors: FigureColors, lang: Lang): Drawing | null {
  const axis = axisOf(entries.map((one) => one.date))
  if (!axis) return null
  const rows = positionRows(timelineRows(entries, lang))
  const height = rows.at(-1)!.y + ROW + 8
  return {
    width: WIDTH,
    height,
    texts: [...monthNames(axis, lang), ...rows.flatMap((row) => rowTexts(row, axis, lang))],
    shapes: (
      <>
        {axis.months.map(({ day, iso }) => (
          <path key={iso} d={`M${xOf(day, axis)} 28V${height}`} {...colors('hair')} />
        ))}
        {rows.map((row) => (
          <g key={row.what + row.date.edtf}>
            {row.head && <path d={`M0 ${row.y - 34}H${WIDTH}`} {...colors('line')} />}
            <BarDrawing bar={barOf(row.date, axis, UNITS)} y={row.y} role={FILL[row.what]} colors={colors} />
          </g>
        ))}
      </>
    ),
  }
}

type PositionedRow = TimelineRow & { y: number; head: boolean }

/** Assigns y positions. Each kind begins with a heading. */
function positionRows(rows: readonly TimelineRow[]): PositionedRow[] {
  let y = 24
  return rows.map((row, at) => {
    const head = rows[at - 1]?.what !== row.what
    y += head ? ROW + 36 : ROW
    return { ...row, head, y }
  })
}

const round = (x: number) => Math.round(x * 10) / 10
const xOf = (day: number, { first, last }: TimeAxis): number => round(LEFT + ((day - first) / (last - first)) * UNITS)

const monthNames = ({ months, ...axis }: TimeAxis, lang: Lang): FigureText[] => {
  // At most nine month labels fit.
  const step = Math.ceil(months.length / 9)
  return months
    .filter((_, at) => at % step === 0)
    .map(({ day, iso }, at) => {
      const date = new Date(`${iso}T00:00:00Z`)
      const year = at === 0 || date.getUTCMonth() < step
      const text = format(lang).dateTime(date, { month: 'short', ...(year && { year: '2-digit' }) })
      return { x: xOf(day, { months, ...axis }) + 3, y: 22, text, size: 13, quiet: true }
    })
}

function rowTexts(row: PositionedRow, axis: TimeAxis, lang: Lang): FigureText[] {
  const bar = barOf(row.date, axis, UNITS)
  const texts: FigureText[] = [
    { x: 0, y: row.y + 5, text: dateSentence(formatInexactDate(row.date, lang)), size: 14, quiet: true },
    { x: round(LEFT + bar.x + bar.width + (bar.openEnd ? 18 : 10)), y: row.y + 5, text: row.name, size: 14 },
  ]
  if (row.head) texts.unshift({ x: 0, y: row.y - 16, text: translator(lang)(LANE[row.what]), size: 15, strong: true })
  return texts
}

/** A day is a diamond, a longer range a bar; an open end is pointed. */
const BarDrawing = ({ bar, y, role, colors }: { bar: Bar; y: number; role: Role; colors: FigureColors }) => {
  const [left, right] = [round(LEFT + bar.x), round(LEFT + bar.x + bar.width)]
  if (right - left < 6) {
    const middle = round((left + right) / 2)
    return <path d={`M${middle - 6} ${y}l6-6 6 6-6 6z`} {...colors(role)} />
  }
  const start = bar.openStart ? `M${left - 9} ${y}L${left} ${y - 5}` : `M${left} ${y - 5}`
  const end = bar.openEnd ? `L${right} ${y - 5}L${right + 9} ${y}L${right} ${y + 5}` : `L${right} ${y - 5}V${y + 5}`
  return <path d={`${start}${end}H${left}z`} {...colors(role)} />
}
