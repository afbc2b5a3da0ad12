import type { CapturedPage } from '@/lib/features/intake/recognized'
import { SourceWords } from '@/components/ui/source-words'
import type { Span } from '@/lib/text/quotes'

/** A candidate's passage with the quotes marked. */
export const HighlightedText = ({
  text,
  around,
  quotes,
}: {
  text: CapturedPage
  around: Span
  quotes: readonly Span[]
}) => (
  <blockquote className="candidate-passage" lang={text.lang}>
    {pieces(around, quotes).map(({ start, end, quoted }) =>
      quoted ? (
        <mark key={start}>
          <SourceWords text={text.text.slice(start, end)} />
        </mark>
      ) : (
        <SourceWords key={start} text={text.text.slice(start, end)} />
      ),
    )}
  </blockquote>
)

/** Splits a span at the boundaries of quotes. */
export const pieces = (around: Span, quotes: readonly Span[]): (Span & { quoted: boolean })[] => {
  const result: (Span & { quoted: boolean })[] = []
  let position = around.start
  for (const { start, end } of quotes) {
    if (start < position || end > around.end) continue
    result.push({ start: position, end: start, quoted: false }, { start, end, quoted: true })
    position = end
  }
  return [...result, { start: position, end: around.end, quoted: false }].filter(({ start, end }) => end > start)
}
