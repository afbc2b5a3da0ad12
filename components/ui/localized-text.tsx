import { type Lang, type Text, localize } from '@/lib/platform/i18n/locale'
import { Highlight } from './highlight'

/** An editors' text in the reader's language; where only English has been written, it is shownPlaces as English. */
export const Localized = ({ text, lang }: { text: Text; lang: Lang }) => {
  const said = localize(text, lang)
  const words = <Highlight text={said.words} />
  return said.lang === lang ? words : <span lang={said.lang}>{words}</span>
}
