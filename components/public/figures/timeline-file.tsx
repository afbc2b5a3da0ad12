import type { Lang } from '@/lib/platform/i18n/locale'
import type { Dated } from '@/components/public/pages/timeline'
import { translator } from '@/lib/platform/i18n/translate'
import { MARGIN, footerOf, headerOf } from './header-and-footer'
import type { FigureFile } from './figure-file'
import { fileColors } from './design-tokens'
import { timelineDrawing } from './timeline-figure'

type Props = { entries: readonly Dated[]; asOf: string | null; site: string; lang: Lang }

/** The timeline as a file with title, date and credit. */
export function timelineFile({ entries, asOf, site, lang }: Props): FigureFile {
  const t = translator(lang)
  const drawing = timelineDrawing(entries, fileColors, lang) ?? { width: 1040, height: 0, shapes: <g />, texts: [] }
  const width = drawing.width + 2 * MARGIN
  const about = t('figure.timelineAbout')
  const frame = { title: t('figure.timelineTitle'), about, asOf, width, site, lang, credit: 'creditPlain' } as const
  const head = headerOf(frame)
  const foot = footerOf(frame, head.below + drawing.height + 12)
  const shifted = drawing.texts.map((one) => ({ ...one, x: one.x + MARGIN, y: one.y + head.below }))
  return {
    name: 'timeline',
    width,
    height: foot.below,
    texts: [...head.texts, ...shifted, ...foot.texts],
    shapes: <g transform={`translate(${MARGIN} ${head.below})`}>{drawing.shapes}</g>,
  }
}
