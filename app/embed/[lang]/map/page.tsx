import { langOf } from '@/app/[lang]/lang'
import { MapTable } from '@/components/public/map/map-table'
import { StanceMapFigure } from '@/components/public/map/stance-map'
import { translator } from '@/lib/platform/i18n/translate'
import { STATES } from '@/lib/vocabularies/us-states'
import { stanceMap } from '@/lib/features/map/queries'
import { nationOutline, stateOutline } from '@/lib/features/map/shapes'
import { FIRST_TOPIC, mapTopic } from '@/lib/features/map/topic'
import { TOPIC } from '@/lib/vocabularies/topics'
import { embedMetadata, embedPage } from '../embed'

type Route = {
  params: Promise<{ lang: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** `/embed/map?topic=detainers&state=tx` */
const read = async ({ params, searchParams }: Route) => {
  const lang = langOf((await params).lang)
  const query = await searchParams
  const topic = mapTopic(query.topic)
  const state = STATES.find((one) => one.usps.toLowerCase() === query.state)
  const page = state ? `/${state.usps.toLowerCase()}` : '/map'
  const t = translator(lang)
  const name = TOPIC[topic][lang]
  return {
    lang,
    topic,
    state,
    canonical: topic === FIRST_TOPIC ? page : `${page}?topic=${topic}`,
    title: state ? t('map.ofState', { topic: name, state: state.name }) : t('map.fileTitle', { topic: name }),
  }
}

export const generateMetadata = async (route: Route) => {
  const { lang, title, canonical } = await read(route)
  return embedMetadata(title, canonical, lang)
}

export default async function Page(route: Route) {
  const { lang, topic, state, canonical, title } = await read(route)
  const map = await stanceMap(topic, state?.usps)
  const outline = (state && stateOutline(state.usps)) ?? nationOutline()
  return embedPage(
    title,
    canonical,
    lang,
    <>
      <StanceMapFigure map={map} outline={outline} path={canonical} lang={lang} embedded {...(state && { state })} />
      <details className="embed-table">
        <summary>{translator(lang)('map.table')}</summary>
        <MapTable map={map} usps={state?.usps} lang={lang} />
      </details>
    </>,
  )
}
