import { href } from '@/lib/platform/i18n/translate'
import { LANGS, type Lang } from '@/lib/platform/i18n/locale'
import type { Built } from '@/server/build-output'
import type { Route } from '@/server/route-matcher'
import * as home from '@/app/[lang]/page'
import * as place from '@/app/[lang]/[state]/[place]/page'
import * as state from '@/app/[lang]/[state]/page'
import * as about from '@/app/[lang]/about/page'
import * as api from '@/app/[lang]/about/api/page'
import * as codebook from '@/app/[lang]/about/codebook/page'
import * as corrections from '@/app/[lang]/about/corrections/page'
import * as methodology from '@/app/[lang]/about/methodology/page'
import * as compare from '@/app/[lang]/compare/page'
import * as data from '@/app/[lang]/data/page'
import * as federalActions from '@/app/[lang]/federal-actions/page'
import * as federalAction from '@/app/[lang]/federal-actions/[id]/page'
import * as feeds from '@/app/[lang]/feeds/page'
import * as jurisdictions from '@/app/[lang]/jurisdictions/page'
import * as labels from '@/app/[lang]/labels/page'
import * as label from '@/app/[lang]/labels/[id]/page'
import * as map from '@/app/[lang]/map/page'
import * as officials from '@/app/[lang]/officials/page'
import * as official from '@/app/[lang]/officials/[id]/page'
import * as organizations from '@/app/[lang]/organizations/page'
import * as organization from '@/app/[lang]/organizations/[id]/page'
import * as policies from '@/app/[lang]/policies/page'
import * as policy from '@/app/[lang]/policies/[id]/page'
import * as search from '@/app/[lang]/search/page'
import * as sources from '@/app/[lang]/sources/page'
import * as source from '@/app/[lang]/sources/[id]/page'
import * as stances from '@/app/[lang]/stances/page'
import * as stance from '@/app/[lang]/stances/[id]/page'
import * as statements from '@/app/[lang]/statements/page'
import * as statement from '@/app/[lang]/statements/[id]/page'
import * as timeline from '@/app/[lang]/timeline/page'
import { drawn } from './render-page'

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
