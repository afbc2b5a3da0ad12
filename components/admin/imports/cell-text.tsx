import type { Lang } from '@/lib/platform/i18n/locale'
import { withVisibleMarks } from '@/lib/platform/text/hidden-characters'
import { adminMessages } from '@/components/admin/admin-messages'

/** The part of a cell that a preview shows; a file may have a million characters in one. */
const SHOWN = 500

/** The beginning of a cell's text, with its length if there is more. */
export const CellText = ({ text, lang }: { text: string; lang: Lang }) => {
  const shown = withVisibleMarks(text.slice(0, SHOWN))
  if (text.length <= SHOWN) return <bdi>{shown}</bdi>
  return (
    <>
      <bdi>{shown}</bdi>…{' '}
      <span className="quiet">{adminMessages(lang)('imports.cellCut', { shown: SHOWN, of: text.length })}</span>
    </>
  )
}
