import type { Lang } from '@/lib/platform/collections/language'
import { href } from '../words'
import { suggestWords } from './words'

/** From a page to the form that is about it. */
export const SuggestLink = ({ lang, path, className }: { lang: Lang; path: string; className?: string }) => (
  <a className={className} href={href(lang, path === '/' ? '/suggest' : `/suggest?about=${encodeURIComponent(path)}`)}>
    {suggestWords(lang)('link')}
  </a>
)
