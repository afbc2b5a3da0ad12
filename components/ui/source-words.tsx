import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { hiddenIn, withoutHidden } from '@/lib/platform/text/hidden-characters'
import { Highlight } from './highlight'

/** A source's words as they are shown: nothing in them is hidden, or turns the text around them. */
export const SourceWords = ({ text }: { text: string }) => (
  <bdi>
    <Highlight text={withoutHidden(text)} />
  </bdi>
)

/** Says which characters of a source's words are left out where they are shown; nothing if there are none. */
export const HiddenCharacters = ({ texts, lang }: { texts: readonly (string | null)[]; lang: Lang }) => {
  const characters = hiddenIn(texts.filter((text) => text !== null))
  if (!characters.length) return null
  return (
    <span className="quiet hidden-characters" lang={lang}>
      {translator(lang)('evidence.hidden', { characters: characters.join(', ') })}
    </span>
  )
}
