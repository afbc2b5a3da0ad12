import type { Span } from '@/lib/text/quotes'

/** About four printed pages: what one page shows of a captured text. */
export const PART_LENGTH = 20_000

/** Cuts a text into parts, at line ends where possible. */
export const textParts = (text: string): Span[] => {
  const parts: Span[] = []
  for (let start = 0; start < text.length; start = parts.at(-1)!.end) {
    const last = start + PART_LENGTH
    const line = last < text.length ? text.lastIndexOf('\n', last) + 1 : text.length
    parts.push({ start, end: line > start + PART_LENGTH / 2 ? line : Math.min(last, text.length) })
  }
  return parts
}
