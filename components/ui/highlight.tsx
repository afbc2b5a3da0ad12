import { type SearchTerms, highlightPieces, searchTermsIn } from '@/lib/platform/lists/highlight'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'

/** What the page that is being made was searched for: one for each request, so that no card has to hand it on. */
const asked = memoizePerRequest((): { sought: SearchTerms } => ({ sought: [] }))

/** From here on, the page marks these words wherever its records have them. */
export const highlightText = (text: string | undefined): void => {
  asked().sought = text ? searchTermsIn(text) : []
}

/** A record's text with the words shownPlaces that the list was searched for. */
export const Highlight = ({ text }: { text: string }) => {
  const { sought } = asked()
  if (sought.length === 0) return text
  return highlightPieces(text, sought).map((piece, at) =>
    piece.isMatch ? (
      <mark key={at} className="found">
        {piece.text}
      </mark>
    ) : (
      piece.text
    ),
  )
}
