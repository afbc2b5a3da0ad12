import type { Picture } from './picture'

/** A letter's width against its size, on average and with room for the ends of lines; it holds for both families. */
const LETTER = 0.52

type Box = { width: number; height: number; lineHeight: number; gap?: number }

/** The lines that paragraphs of these lengths take, counted together. */
export const linesOf = (lengths: readonly number[], size: number, width: number): number =>
  lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil((length * LETTER * size) / width)), 0)

/** The first of the sizes, largest first, in which the paragraphs fit into the box; else the smallest. */
export const sizeThatFits = (lengths: readonly number[], box: Box, sizes: readonly number[]): number =>
  sizes.find((size) => {
    const gaps = (lengths.length - 1) * (box.gap ?? 0)
    return linesOf(lengths, size, box.width) * size * box.lineHeight + gaps <= box.height
  }) ?? sizes.at(-1)!

const WIDTH = 1056
const widthOf = (text: string, size: number): number => text.length * LETTER * size

/** The foot's lines beneath the name; the date stands beside the name where both fit on one line. */
export function footLines({ name = '', date = '', more = '' }: Picture['foot']): { aside: string; below: string[] } {
  const beside = widthOf(name, 32) + widthOf(date, 26) + 24 <= WIDTH
  if (!date || beside) return { aside: date, below: more ? [more] : [] }
  const joined = [more, date].filter(Boolean).join(' · ')
  return { aside: '', below: widthOf(joined, 26) <= WIDTH ? [joined] : [more, date] }
}
