import { type Lang, type Text, say } from '@/lib/platform/collections/language'

/** An editors' text in the reader's language; where only English has been written, it is marked as English. */
export const Said = ({ text, lang }: { text: Text; lang: Lang }) => {
  const said = say(text, lang)
  return said.lang === lang ? said.words : <span lang={said.lang}>{said.words}</span>
}
