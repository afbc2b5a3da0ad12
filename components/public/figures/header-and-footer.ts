import type { Lang } from '@/lib/platform/i18n/locale'
import { formatDay } from '@/components/ui/format-date'
import { translator } from '@/lib/platform/i18n/translate'
import { type FigureText, wrapped } from './figure-file'

type Around = {
  title: string
  about: string
  /** When the entries were last changed. */
  asOf: string | null
  width: number
  site: string
  lang: Lang
  credit: 'credit' | 'creditPlain'
}

export const MARGIN = 40

/** What stands above a figure in a file: its title, what it shows, and as of when. `below` is where it ends. */
export function headerOf({ title, about, asOf, width, lang }: Around): { texts: FigureText[]; below: number } {
  const dated = asOf ? ` ${translator(lang)('figure.asOf', { date: formatDay(asOf, lang) })}.` : ''
  const titles = wrapped(title, width / 15).map((text, at): FigureText => ({
    x: MARGIN,
    y: 66 + at * 38,
    text,
    size: 32,
    strong: true,
    serif: true,
  }))
  const under = 66 + (titles.length - 1) * 38
  const lines = wrapped(about + dated, width / 8.6).map((text, at): FigureText => ({
    x: MARGIN,
    y: under + 32 + at * 24,
    text,
    size: 17,
    quiet: true,
  }))
  return { texts: [...titles, ...lines], below: under + 32 + lines.length * 24 }
}

/** Whom to credit, at the foot. */
export function footerOf({ site, lang, credit, width }: Around, top: number): { texts: FigureText[]; below: number } {
  const t = translator(lang)
  const lines = wrapped(t(`figure.${credit}`, { site: t('site.name'), address: site }), width / 7.6)
  const texts = lines.map((text, at): FigureText => ({ x: MARGIN, y: top + 30 + at * 21, text, size: 15, quiet: true }))
  return { texts, below: top + 30 + lines.length * 21 + 10 }
}
