import { href } from '@/components/words'
import { LANGS, type Lang } from '@/lib/platform/collections/language'
import type { Built } from '@/lib/platform/web/built'
import type { Route } from '@/lib/platform/web/direct'
import * as home from './[lang]/page'
import * as place from './[lang]/[state]/[place]/page'
import * as state from './[lang]/[state]/page'
import * as about from './[lang]/about/page'
import * as api from './[lang]/about/api/page'
import * as codebook from './[lang]/about/codebook/page'
import * as corrections from './[lang]/about/corrections/page'
import * as methodology from './[lang]/about/methodology/page'
import * as compare from './[lang]/compare/page'
import * as data from './[lang]/data/page'
import * as federalActions from './[lang]/federal-actions/page'
import * as federalAction from './[lang]/federal-actions/[id]/page'
import * as feeds from './[lang]/feeds/page'
import * as jurisdictions from './[lang]/jurisdictions/page'
import * as labels from './[lang]/labels/page'
import * as label from './[lang]/labels/[id]/page'
import * as map from './[lang]/map/page'
import * as officials from './[lang]/officials/page'
import * as official from './[lang]/officials/[id]/page'
import * as organizations from './[lang]/organizations/page'
import * as organization from './[lang]/organizations/[id]/page'
import * as policies from './[lang]/policies/page'
import * as policy from './[lang]/policies/[id]/page'
import * as search from './[lang]/search/page'
import * as sources from './[lang]/sources/page'
import * as source from './[lang]/sources/[id]/page'
import * as stances from './[lang]/stances/page'
import * as stance from './[lang]/stances/[id]/page'
import * as statements from './[lang]/statements/page'
import * as statement from './[lang]/statements/[id]/page'
import * as timeline from './[lang]/timeline/page'
import { drawn } from './drawn'

/** A page by its folder below its language. */
const PAGES = {
  '/': home,
  '/about': about,
  '/about/api': api,
  '/about/codebook': codebook,
  '/about/corrections': corrections,
  '/about/methodology': methodology,
  '/compare': compare,
  '/data': data,
  '/federal-actions': federalActions,
  '/federal-actions/[id]': federalAction,
  '/feeds': feeds,
  '/jurisdictions': jurisdictions,
  '/labels': labels,
  '/labels/[id]': label,
  '/map': map,
  '/officials': officials,
  '/officials/[id]': official,
  '/organizations': organizations,
  '/organizations/[id]': organization,
  '/policies': policies,
  '/policies/[id]': policy,
  '/search': search,
  '/sources': sources,
  '/sources/[id]': source,
  '/stances': stances,
  '/stances/[id]': stance,
  '/statements': statements,
  '/statements/[id]': statement,
  '/timeline': timeline,
  '/[state]': state,
  '/[state]/[place]': place,
}

/** Anything else of one or two parts may be another address: a file, or the site in its language. */
const PLACES: Record<Lang, RegExp> = {
  en: /^\/(?!e[ns]\b)[a-z]{2}(\/[a-z0-9-]+)?$/,
  es: /^\/es\/(?!e[ns]\b)[a-z]{2}(\/[a-z0-9-]+)?$/,
}

/** What the server draws by itself: every public page without a form, in both languages. */
export const pages = (built: Built): Route[] =>
  LANGS.flatMap((lang) =>
    Object.entries(PAGES).map(([folder, page]): Route => [
      href(lang, folder),
      drawn(page, lang, built),
      folder.startsWith('/[state]') ? PLACES[lang] : undefined,
    ]),
  )
