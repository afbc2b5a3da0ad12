import type { Lang } from '@/lib/platform/i18n/locale'
import { formatDay } from '@/lib/text/format-date'
import { translator } from '@/lib/platform/i18n/translate'
import { type FigureText, wrapped } from './figure-file'

type FigureFrame = {
  title: string
  about: string
  /** Time of the last publication. */
  asOf: string | null
  width: number
  site: string
  lang: Lang
  credit: 'credit' | 'creditPlain'
}

export const MARGIN = 40

/** Header of a figure file: title, description and date. `below` is its bottom edge. */
export function headerOf({ title, about, asOf, width, lang }: FigureFrame): { texts: FigureText[]; below: number } {
  const asOfText = asOf ? ` ${translator(lang)('figure.asOf', { date: formatDay(asOf, lang) })}.` : ''
  const titles = wrapped(title, width / 15).map((text, at): FigureText => ({
    x: MARGIN,
    y: 66 + at * 38,
    text,
    size: 32,
    strong: true,
    serif: true,
  }))
  const titleBottom = 66 + (titles.length - 1) * 38
  const lines = wrapped(about + asOfText, width / 8.6).map((text, at): FigureText => ({
    x: MARGIN,
    y: titleBottom + 32 + at * 24,
    text,
    size: 17,
    quiet: true,
  }))
  return { texts: [...titles, ...lines], below: titleBottom + 32 + lines.length * 24 }
}

/** Footer of a figure file: the credit line. */
export function footerOf(
  { site, lang, credit, width }: FigureFrame,
  top: number,
): { texts: FigureText[]; below: number } {
  const t = translator(lang)
  const lines = wrapped(t(`figure.${credit}`, { site: t('site.name'), address: site }), width / 7.6)
  const texts = lines.map((text, at): FigureText => ({ x: MARGIN, y: top + 30 + at * 21, text, size: 15, quiet: true }))
  return { texts, below: top + 30 + lines.length * 21 + 10 }
}
