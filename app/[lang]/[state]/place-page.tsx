import { permanentRedirect } from 'next/navigation'
import { PageLayout } from '@/components/public/layout/page-layout'
import { JsonLd } from '@/components/public/layout/json-ld'
import { PlacePage } from '@/components/public/pages/place'
import { placeBodies } from '@/lib/records/jurisdictions/place-bodies'
import { SuggestLink } from '@/components/public/suggest/suggest-link'
import { href, translator } from '@/lib/platform/i18n/translate'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import { lookUpPlace, nearby, partsOf, placesWithEntries } from '@/lib/records/jurisdictions/queries'
import { jurisdictionLd } from '@/lib/features/json-ld/place'
import { labelsAt } from '@/lib/records/labels/queries'
import { stanceMap } from '@/lib/features/map/queries'
import { stateOutline } from '@/lib/features/map/shapes'
import { officialsAt } from '@/lib/records/officials/queries'
import { organizationsAt } from '@/lib/records/organizations/queries'
import { policiesAt } from '@/lib/records/policies/queries'
import { stancesAt } from '@/lib/records/stances/queries'
import { statementsAround } from '@/lib/records/statements/queries'
import type { TopicSlug } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { cachedByKey } from '@/lib/platform/caching/query-cache'
import { memoizePerRequest } from '@/lib/platform/request-context/request-memo'
import { CiteRecord } from '../cite'
import { type PageMetadata, pageMetadata } from '../metadata'
import { missing, missingMetadata, withdrawn } from '../not-found-pages'
import { recordChanges } from '../record-changes'

type Address = { path: string; after?: string; version?: number; topic: TopicSlug; lang: Lang }

const find = memoizePerRequest(lookUpPlace)
const PATH = /^\/[a-z]{2}(\/[a-z0-9-]+)?$/

export const placeMetadata = async ({ path, version, lang }: Address): Promise<PageMetadata> => {
  const lookup = PATH.test(path) ? await find(path, version) : null
  if (lookup?.status !== 'found') return missingMetadata(lang, lookup?.status === 'withdrawn' ? 'withdrawn' : 'missing')
  const { fullName: place, version: shown } = lookup.record
  return pageMetadata({
    lang,
    path,
    version: shown,
    title: place,
    description: translator(lang)('place.description', { place }),
  })
}

export const placePage = async ({ path, after, version, topic, lang }: Address) => {
  const lookup = PATH.test(path) ? await find(path, version) : ({ status: 'missing' } as const)
  if (lookup.status === 'missing') return missing(lang)
  if (lookup.status === 'moved') permanentRedirect(href(lang, lookup.path))
  if (lookup.status === 'withdrawn') return withdrawn(lang, path, lookup)
  const types = { path: '/jurisdictions', name: translator(lang)('recordType.jurisdictions') }
  const place = lookup.record
  const [state, records, inside, map, changed] = await Promise.all([
    stateOf(place),
    recordsOf(place),
    insideOf(place, after),
    mapOf(place, topic),
    recordChanges({ type: 'jurisdictions', record: place, current: lookup.current, lang }),
  ])
  const trail = state ? [types, { path: state.place.path, name: state.place.name }] : [types]
  return (
    <PageLayout lang={lang} canonical={after ? `${path}?after=${encodeURIComponent(after)}` : path} trail={trail}>
      <JsonLd data={jurisdictionLd(place, lang)} />
      <PlacePage {...records} inside={inside} state={state} map={map} lang={lang} />
      {changed}
      <p className="after-section no-print">
        <SuggestLink lang={lang} path={place.path} />
      </p>
      <CiteRecord type="jurisdictions" record={place} current={lookup.current} lang={lang} />
    </PageLayout>
  )
}

/** Renders an unpublished place for the admin preview. */
export const placeView = async (place: Jurisdiction, lang: Lang) => (
  <PlacePage
    {...await recordsOf(place)}
    inside={await insideOf(place)}
    state={await stateOf(place)}
    map={await mapOf(place, 'enforcement-participation')}
    lang={lang}
  />
)

const recordsOf = async (place: Jurisdiction) => {
  const { id } = place
  const [organizations, officials, stances, localStatements, policies, labels, near] = await Promise.all([
    organizationsAt(id),
    officialsAt(id),
    stancesAt(id),
    statementsAround(id),
    policiesAt(id),
    labelsAt(id),
    place.parent ? nearby(place) : [],
  ])
  const { statements, represented } = localStatements
  const bodies = placeBodies(organizations, { stances, statements, policies })
  return { place, organizations, officials, represented, labels, nearby: near, ...bodies }
}

/** The state that contains the place, with its stances and policies. Statements stay on the state's own page. */
const stateOf = async ({ parent, usps }: Jurisdiction) =>
  parent === null ? null : ((await states([usps])).get(usps) ?? null)

/** Cached by USPS code, because every place page within a state shows it. */
const states = cachedByKey(60, async ([usps]) => {
  const lookup = await lookUpPlace(`/${usps!.toLowerCase()}`)
  if (lookup.status !== 'found') return new Map()
  const state = lookup.record
  const [stances, policies] = await Promise.all([stancesAt(state.id), policiesAt(state.id)])
  return new Map([[usps!, { place: state, stances, policies, statements: [] }]])
})

const insideOf = async (place: Jurisdiction, after?: string) => {
  const [withEntries, all] = await Promise.all([
    place.parent === null ? placesWithEntries(place.usps) : [],
    partsOf(place.id, 120, after),
  ])
  return { withEntries, all, after }
}

/** Only states have a map. */
const mapOf = async ({ parent, usps }: Jurisdiction, topic: TopicSlug) => {
  const outline = parent === null ? stateOutline(usps) : null
  return outline && { outline, map: await stanceMap(topic, usps) }
}
