import { type SearchTerms, highlightPieces, searchTermsIn } from '@/lib/platform/lists/highlight'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'

/** Search terms of the current request, so that components need not pass them down. */
const searchContext = memoizePerRequest((): { terms: SearchTerms } => ({ terms: [] }))

/** Sets the terms to highlight on this page. */
export const highlightText = (text: string | undefined): void => {
  searchContext().terms = text ? searchTermsIn(text) : []
}

/** Text with the current search terms highlighted. */
export const Highlight = ({ text }: { text: string }) => {
  const { terms } = searchContext()
  if (terms.length === 0) return text
  return highlightPieces(text, terms).map((piece, at) =>
    piece.isMatch ? (
      <mark key={at} className="found">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
