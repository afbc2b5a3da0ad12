import type { Ref } from '@/lib/records/shared/reference'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href } from '@/lib/platform/i18n/translate'
import { Highlight } from './highlight'

/** `title` says that the name is an English title and not a proper name, so that it is read out as English. */
type Props = { to: Ref; lang: Lang; title?: boolean }

export const RecordLink = ({ to, lang, title }: Props) => (
  <a href={href(lang, to.path)} lang={title && lang !== 'en' ? 'en' : undefined}>
    <Highlight text={to.name} />
  </a>
)

export const PlaceName = RecordLink

export const OutsideLink = ({ to, children }: { to: string; children: string }) => (
  <a href={to} rel="noreferrer external" data-outside="">
    {children}
  </a>
)
