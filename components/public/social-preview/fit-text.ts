import type { Picture } from './picture'

/** Average character width relative to the font size, with an allowance for line ends; valid for both families. */
const CHARACTER_WIDTH = 0.52

type Box = { width: number; height: number; lineHeight: number; gap?: number }

/** Total number of lines that paragraphs of these lengths take. */
export const linesOf = (lengths: readonly number[], size: number, width: number): number =>
  lengths.reduce((sum, length) => sum + Math.max(1, Math.ceil((length * CHARACTER_WIDTH * size) / width)), 0)

/** Largest font size at which the paragraphs fit the box, or the smallest one. */
export const sizeThatFits = (lengths: readonly number[], box: Box, sizes: readonly number[]): number =>
  sizes.find((size) => {
    const gaps = (lengths.length - 1) * (box.gap ?? 0)
    return linesOf(lengths, size, box.width) * size * box.lineHeight + gaps <= box.height
  }) ?? sizes.at(-1)!

const WIDTH = 1056
const widthOf = (text: string, size: number): number => text.length * CHARACTER_WIDTH * size

/** Footer lines. The date moves next to the name if both fit on one line. */
export function footLines({ name = '', date = '', more = '' }: Picture['foot']): { aside: string; below: string[] } {
  const fitsBeside = widthOf(name, 32) + widthOf(date, 26) + 24 <= WIDTH
  if (!date || fitsBeside) return { aside: date, below: more ? [more] : [] }
  const joined = [more, date].filter(Boolean).join(' · ')
  return { aside: '', below: widthOf(joined, 26) <= WIDTH ? [joined] : [more, date] }
}
