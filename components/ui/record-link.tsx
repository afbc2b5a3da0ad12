import type { Ref } from '@/lib/records/shared/reference'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href } from '@/lib/platform/i18n/translate'
import { Highlight } from './highlight'

/** `title`: the name is an English title, so it is marked as English for screen readers. */
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
