import type { StanceMap } from '@/lib/features/map/stance-map'
import type { Outline } from '@/lib/features/map/shapes'
import { embedLine, embedPath } from '@/lib/features/embeds/address'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { EmbedThis } from '@/components/public/embeds/embed-this'
import { FigureDownloads } from '@/components/public/figures/downloads'
import { pageColors } from '@/components/public/figures/design-tokens'
import { StanceFigure } from '@/components/ui/stance-mark'
import { href, translator } from '@/lib/platform/i18n/translate'
import { MapDrawing } from './drawing'
import { shownPlaces } from './largest'
import { MapLegend } from './legend'
import { territories, nationMapData, placeLabel, stateMapData } from './map-data'
import { fillOf, shadesAt, shadesOf } from '@/lib/features/map/shading'
import { TopicForm } from './topic-form'

type Props = {
  map: StanceMap
  outline: Outline
  /** Path of the page that contains the map, for the topic form. */
  path: string
  lang: Lang
  /** Set for the map of one state. */
  state?: { name: string; usps: string }
  /** Embeds have no topic form and no downloads. */
  embedded?: boolean
}

/** Map of one topic as server-rendered SVG with a legend. */
export const StanceMapFigure = ({ map, outline, path, lang, state, embedded }: Props) => {
  const t = translator(lang)
  const mapData = state ? stateMapData(map, outline, lang) : nationMapData(map, outline, lang)
  const topic = TOPIC[map.topic]
  // The legend and the squares use fills that may not occur in an area.
  const fills = state ? [] : [...shadesOf(map.topic).map((one) => [one]), ...map.states.map(shadesAt)]
  const name = state ? t('map.ofState', { topic: topic[lang], state: state.name }) : topic[lang]
  return (
    <figure className="map-figure">
      {!embedded && <TopicForm topic={map.topic} path={path} lang={lang} />}
      <figcaption>
        {!embedded && <span className="map-title">{name}</span>}
        <span className="quiet">{topic.about[lang]}</span>
      </figcaption>
      <div className={state ? 'map-body map-of-state' : 'map-body'}>
        <div>
          <svg
            className="map"
            viewBox={`0 0 ${mapData.width} ${mapData.height}`}
            role="group"
            aria-label={t('map.label', { topic: name })}
          >
            <MapDrawing
              mapData={mapData}
              colors={pageColors}
              link={(to) => href(lang, to)}
              counties={Boolean(state)}
              fills={fills}
            />
          </svg>
          {!state && <Others map={map} lang={lang} />}
          <Unmarked map={map} usps={state?.usps} lang={lang} />
        </div>
        <div className="map-side">
          <MapLegend map={map} states={!state} lang={lang} />
          {!embedded && <MapDownloads map={map} title={name} state={state} lang={lang} />}
        </div>
      </div>
    </figure>
  )
}

/** Number of places without a marker, with a link to all places. */
const Unmarked = ({ map, usps, lang }: { map: StanceMap; usps: string | undefined; lang: Lang }) => {
  const { left } = shownPlaces(map)
  if (left === 0) return null
  const t = translator(lang)
  const all = `/jurisdictions?${usps ? `state=${usps}&` : ''}entries=yes`
  return (
    <p className="quiet mt-2">
      {t('map.unmarked', { count: left })} <a href={href(lang, all)}>{t('map.allPlaces')}</a>
    </p>
  )
}

type DownloadProps = Pick<Props, 'map' | 'state' | 'lang'> & { title: string }

/** Downloads and embed code of the map. */
const MapDownloads = ({ map, title, state, lang }: DownloadProps) => {
  const usps = state?.usps.toLowerCase()
  const embed = embedPath(`/${usps ?? 'map'}?topic=${map.topic}`)!
  return (
    <>
      <FigureDownloads name="map" query={{ topic: map.topic, state: usps }} lang={lang} />
      <EmbedThis embed={embed} line={embedLine({ embed, title, lang })} lang={lang} />
    </>
  )
}

/** D.C. and the territories as squares beside the map. */
const Others = ({ map, lang }: { map: StanceMap; lang: Lang }) => (
  <ul className="map-squares" aria-label={translator(lang)('map.others')}>
    {territories(map).map((state) => (
      <li key={state.place.id}>
        <a href={href(lang, state.place.path)}>
          <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
            <rect x=".5" y=".5" width="43" height="43" {...pageColors('land')} fill={fillOf(shadesAt(state))} />
          </svg>
          <span className="map-square-name" aria-hidden="true">
            {state.place.usps}
          </span>
          <span className="sr-only">
            {placeLabel(state, lang, state.researched ? 'not_reviewed' : 'not_researched')}
          </span>
          {state.stances.map((one) => (
            <StanceFigure key={one.id} value={one.value} />
          ))}
        </a>
      </li>
    ))}
  </ul>
)
