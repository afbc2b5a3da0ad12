import type { Lang } from '@/lib/platform/i18n/locale'
import { href } from '@/lib/platform/i18n/translate'
import { suggestMessages } from './suggest-messages'

/** From a page to the form that is about it. */
export const SuggestLink = ({ lang, path, className }: { lang: Lang; path: string; className?: string }) => (
  <a className={className} href={href(lang, path === '/' ? '/suggest' : `/suggest?about=${encodeURIComponent(path)}`)}>
    {suggestMessages(lang)('link')}
  </a>
)
