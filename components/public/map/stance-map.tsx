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
import { marked } from './largest'
import { MapLegend } from './legend'
import { beside, nationMapData, placeLabel, stateMapData } from './map-data'
import { fillOf, shadesAt, shadesOf } from './shading'
import { TopicForm } from './topic-form'

type Props = {
  map: StanceMap
  outline: Outline
  /** The page that the map stands on, to choose another topic there. */
  path: string
  lang: Lang
  /** The name of the state that the map is of; without it, it is of all. */
  state?: { name: string; usps: string }
  /** Inside another page: without what chooses a topic and takes the map away. */
  embedded?: boolean
}

/** One topic on a map, drawn by the server: links, patterns and marks, with a legend that counts. */
export const StanceMapFigure = ({ map, outline, path, lang, state, embedded }: Props) => {
  const t = translator(lang)
  const sheet = state ? stateMapData(map, outline, lang) : nationMapData(map, outline, lang)
  const topic = TOPIC[map.topic]
  // The legend and the squares show fills that no area may have.
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
            viewBox={`0 0 ${sheet.width} ${sheet.height}`}
            role="group"
            aria-label={t('map.label', { topic: name })}
          >
            <MapDrawing
              sheet={sheet}
              ink={pageColors}
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
          {!embedded && <TakeMap map={map} title={name} state={state} lang={lang} />}
        </div>
      </div>
    </figure>
  )
}

/** How many places there is no room for, and where all of them are. */
const Unmarked = ({ map, usps, lang }: { map: StanceMap; usps: string | undefined; lang: Lang }) => {
  const { left } = marked(map)
  if (left === 0) return null
  const t = translator(lang)
  const all = `/jurisdictions?${usps ? `state=${usps}&` : ''}entries=yes`
  return (
    <p className="quiet mt-2">
      {t('map.unmarked', { count: left })} <a href={href(lang, all)}>{t('map.allPlaces')}</a>
    </p>
  )
}

type TakeProps = Pick<Props, 'map' | 'state' | 'lang'> & { title: string }

/** The map as a picture, and as a part of another page. */
const TakeMap = ({ map, title, state, lang }: TakeProps) => {
  const usps = state?.usps.toLowerCase()
  const embed = embedPath(`/${usps ?? 'map'}?topic=${map.topic}`)!
  return (
    <>
      <FigureDownloads name="map" query={{ topic: map.topic, state: usps }} lang={lang} />
      <EmbedThis embed={embed} line={embedLine({ embed, title, lang })} lang={lang} />
    </>
  )
}

/** D.C. and the territories, too small or too far away for the map: squares of their own. */
const Others = ({ map, lang }: { map: StanceMap; lang: Lang }) => (
  <ul className="map-squares" aria-label={translator(lang)('map.others')}>
    {beside(map).map((state) => (
      <li key={state.place.id}>
        <a href={href(lang, state.place.path)}>
          <svg width="44" height="44" viewBox="0 0 44 44" aria-hidden="true" focusable="false">
            <rect x=".5" y=".5" width="43" height="43" {...pageColors('land')} fill={fillOf(shadesAt(state))} />
          </svg>
          <span className="map-square-name" aria-hidden="true">
            {state.place.usps}
          </span>
          <span className="sr-only">{placeLabel(state, lang, state.researched ? 'not_coded' : 'not_researched')}</span>
          {state.stances.map((one) => (
            <StanceFigure key={one.id} value={one.value} />
          ))}
        </a>
      </li>
    ))}
  </ul>
)
