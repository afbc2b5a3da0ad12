import type { CapturedPage } from '@/lib/features/intake/recognized'
import type { Span } from '@/lib/text/quotes'

/** The words that support a candidate, the quoted ones marked. */
export const HighlightedText = ({
  text,
  around,
  quotes,
}: {
  text: CapturedPage
  around: Span
  quotes: readonly Span[]
}) => (
  <blockquote className="candidate-words" lang={text.lang}>
    {pieces(around, quotes).map(({ start, end, quoted }) =>
      quoted ? <mark key={start}>{text.text.slice(start, end)}</mark> : text.text.slice(start, end),
    )}
  </blockquote>
)

/** A stretch cut where quotations begin and end. */
export const pieces = (around: Span, quotes: readonly Span[]): (Span & { quoted: boolean })[] => {
  const cut: (Span & { quoted: boolean })[] = []
  let at = around.start
  for (const { start, end } of quotes) {
    if (start < at || end > around.end) continue
    cut.push({ start: at, end: start, quoted: false }, { start, end, quoted: true })
    at = end
  }
  return [...cut, { start: at, end: around.end, quoted: false }].filter(({ start, end }) => end > start)
}
