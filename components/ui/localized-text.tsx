import { type Lang, type Text, say } from '@/lib/platform/i18n/locale'
import { Found } from './highlight'

/** An editors' text in the reader's language; where only English has been written, it is marked as English. */
export const Said = ({ text, lang }: { text: Text; lang: Lang }) => {
  const said = say(text, lang)
  const words = <Found text={said.words} />
  return said.lang === lang ? words : <span lang={said.lang}>{words}</span>
}
