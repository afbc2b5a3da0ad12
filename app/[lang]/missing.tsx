import { notFound } from 'next/navigation'
import { Frame } from '@/components/frame/frame'
import { MissingPage, WithdrawnPage } from '@/components/pages/absent'
import { words } from '@/components/words'
import type { Lang, Text } from '@/lib/platform/collections/language'
import { answerWith } from '@/lib/platform/web/status'
import type { PageMetadata } from './metadata'

/** The page for an address that leads to nothing, in the reader's language and without need of a script. */
export const missing = (lang: Lang) => {
  if (!answerWith(404)) notFound()
  return (
    <Frame lang={lang} here="/">
      <MissingPage lang={lang} />
    </Frame>
  )
}

/** What stays at the address of an entry that was withdrawn. */
export const withdrawn = (lang: Lang, here: string, tombstone: { on: string; reason: Text }) => {
  answerWith(410)
  return (
    <Frame lang={lang} here={here}>
      <WithdrawnPage on={tombstone.on} reason={tombstone.reason} lang={lang} />
    </Frame>
  )
}

export const missingMetadata = (lang: Lang, what: 'missing' | 'withdrawn' = 'missing'): PageMetadata => ({
  title: words(lang)(`${what}.title`),
  robots: { index: false },
})
