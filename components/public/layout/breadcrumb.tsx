import type { Lang } from '@/lib/platform/i18n/locale'
import { breadcrumbLd } from '@/lib/features/json-ld/entry'
import { href, translator } from '@/lib/platform/i18n/translate'
import { JsonLd } from './json-ld'

/** A breadcrumb. Record types have interface labels; other steps are record names. */
export type Crumb = { path: string; name: string }

export const Breadcrumb = ({ trail, lang }: { trail: readonly Crumb[]; lang: Lang }) => (
  <nav className="breadcrumb quiet" aria-label={translator(lang)('site.breadcrumb')}>
    <JsonLd data={breadcrumbLd(trail, lang)} />
    <ol>
      {trail.map((step) => (
        <li key={step.path}>
          <a href={href(lang, step.path)}>{step.name}</a>
        </li>
      ))}
    </ol>
  </nav>
)
