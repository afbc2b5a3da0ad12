import type { Lang } from '@/lib/platform/collections/language'
import { href, words } from '../words'

/** A step of the way here; the names of the rooms are the interface's words, the others are names. */
export type Crumb = { path: string; name: string }

export const Breadcrumb = ({ trail, lang }: { trail: readonly Crumb[]; lang: Lang }) => (
  <nav className="breadcrumb quiet" aria-label={words(lang)('site.breadcrumb')}>
    <ol>
      {trail.map((step) => (
        <li key={step.path}>
          <a href={href(lang, step.path)}>{step.name}</a>
        </li>
      ))}
    </ol>
  </nav>
)
