import type { StanceMap } from '@/lib/features/map/stance-map'
import type { Outline } from '@/lib/features/map/shapes'
import { TOPIC } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { MARGIN, footerOf, headerOf } from '@/components/public/figures/header-and-footer'
import type { FigureFile, FigureText } from '@/components/public/figures/figure-file'
import { fileColors } from '@/components/public/figures/design-tokens'
import { ValueFigure } from '@/components/public/figures/value-figure'
import { translator } from '@/lib/platform/i18n/translate'
import { MapDrawing } from './drawing'
import { layoutLabels } from './label-layout'
import { territories, nationMapData, shadeLabel, stateMapData } from './map-data'
import { fillOf, shadesAt, shadesOf, tally } from '@/lib/features/map/shading'

type Props = { map: StanceMap; outline: Outline; state?: { name: string; usps: string }; site: string; lang: Lang }

const WIDTH = 1120
const SQUARE = 44
const LEGEND = { row: 30, rows: 5 }

/** The map as a file with title, date, legend and credit. */
export function mapFile({ map, outline, state, site, lang }: Props): FigureFile {
  const t = translator(lang)
  const topic = TOPIC[map.topic]
  const mapData = state ? stateMapData(map, outline, lang) : nationMapData(map, outline, lang)
  const title = state
    ? t('map.ofState', { topic: topic[lang], state: state.name })
    : t('map.fileTitle', { topic: topic[lang] })
  const frame = {
    title,
    about: topic.about[lang],
    asOf: map.asOf,
    width: WIDTH,
    site,
    lang,
    credit: 'credit',
  } as const
  const head = headerOf(frame)
  const [left, top] = [Math.round((WIDTH - mapData.width) / 2), head.below + 12]
  const squaresTop = top + mapData.height + 8
  const legendTop = state ? top + mapData.height + 24 : squaresTop + SQUARE + 28
  const foot = footerOf(frame, legendTop + LEGEND.rows * LEGEND.row)
  const fills = [...shadesOf(map.topic).map((one) => [one]), ...map.states.map(shadesAt)]
  const squares = state ? null : squaresOf(map, squaresTop)
  const legend = legendOf(map, !state, legendTop, lang)
  const names = layoutLabels(mapData).map((label): FigureText => ({
    x: left + label.nameX,
    y: top + label.y + label.height / 2 + 5,
    text: label.name,
    size: 15,
    strong: label.strong,
    anchor: label.nameAfter ? 'start' : 'end',
  }))
  return {
    name: ['map', state?.usps.toLowerCase(), map.topic].filter(Boolean).join('-'),
    width: WIDTH,
    height: foot.below,
    texts: [...head.texts, ...names, ...(squares?.texts ?? []), ...legend.texts, ...foot.texts],
    shapes: (
      <>
        <g transform={`translate(${left} ${top})`}>
          <MapDrawing mapData={mapData} colors={fileColors} named={false} counties={Boolean(state)} fills={fills} />
        </g>
        {squares?.shapes}
        {legend.shapes}
      </>
    ),
  }
}

/** D.C. and the territories in a row below the map. */
function squaresOf(map: StanceMap, top: number) {
  const others = territories(map)
  const left = (at: number) => WIDTH - MARGIN - (others.length - at) * (SQUARE + 8)
  return {
    texts: others.map(({ place }, at): FigureText => ({
      x: left(at) + SQUARE / 2,
      y: top + 27,
      text: place.usps,
      size: 14,
      anchor: 'middle',
    })),
    shapes: (
      <>
        {others.map((one, at) => (
          <g key={one.place.id} transform={`translate(${left(at)} ${top})`}>
            <rect width={SQUARE} height={SQUARE} {...fileColors('land')} fill={fillOf(shadesAt(one))} />
            <rect x={7} y={12} width={SQUARE - 14} height={20} {...fileColors('paper')} />
          </g>
        ))}
      </>
    ),
  }
}

/** Legend in two columns with counts of states and places. */
function legendOf(map: StanceMap, withStates: boolean, top: number, lang: Lang) {
  const t = translator(lang)
  const rows = tally(map.topic, map.states, map.places).filter((one) => withStates || one.shade !== 'not_researched')
  const at = (row: number) => ({
    x: MARGIN + Math.floor(row / LEGEND.rows) * 540,
    y: top + (row % LEGEND.rows) * LEGEND.row,
  })
  return {
    texts: rows.map(({ shade, states, places }, row): FigureText => {
      const counts = [withStates && `${t('map.statesLong')}: ${states}`, `${t('map.places')}: ${places}`].filter(
        Boolean,
      )
      const text = `${shadeLabel(shade, lang)} (${shade === 'not_researched' ? counts[0] : counts.join(', ')})`
      return { x: at(row).x + (withStates ? 96 : 56), y: at(row).y + 14, text, size: 16 }
    }),
    shapes: (
      <>
        {rows.map(({ shade }, row) => (
          <g key={shade} transform={`translate(${at(row).x} ${at(row).y})`}>
            {withStates && <rect width={32} height={18} {...fileColors('land')} fill={fillOf([shade])} />}
            {shade !== 'not_researched' && (
              <g transform={`translate(${withStates ? 44 : 0} 3)`}>
                <ValueFigure value={shade} colors={fileColors} />
              </g>
            )}
          </g>
        ))}
      </>
    ),
  }
}
