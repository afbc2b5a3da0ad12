import type { Lang } from '@/lib/platform/i18n/locale'
import { href } from '@/lib/platform/i18n/translate'
import { suggestMessages } from './suggest-messages'

/** Link to the suggestion form for a page. */
export const SuggestLink = ({ lang, path, className }: { lang: Lang; path: string; className?: string }) => (
  <a className={className} href={href(lang, path === '/' ? '/suggest' : `/suggest?about=${encodeURIComponent(path)}`)}>
    {suggestMessages(lang)('link')}
  </a>
)
