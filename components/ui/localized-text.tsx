import { type Lang, type Text, localize } from '@/lib/platform/i18n/locale'
import { Highlight } from './highlight'

/** Text in the reader's language; marked with `lang` if only English exists. */
export const Localized = ({ text, lang }: { text: Text; lang: Lang }) => {
  const localized = localize(text, lang)
  const content = <Highlight text={localized.text} />
  return localized.lang === lang ? content : <span lang={localized.lang}>{content}</span>
}
