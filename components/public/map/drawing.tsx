import type { ReactNode } from 'react'
import type { FigureColors } from '@/components/public/figures/design-tokens'
import { ValueFigure } from '@/components/public/figures/value-figure'
import { Fills } from './fills'
import { type MarkerLabel, PILL, type MapData, layoutLabels, nameBox, pillX } from './label-layout'
import { type Shade, fillOf } from '@/lib/features/map/shading'

type Props = {
  mapData: MapData
  colors: FigureColors
  /** Builds links to places; absent in image files. */
  link?: (path: string) => string
  /** Draws names. False where the renderer lays out text separately. */
  named?: boolean
  /** Counties have lighter outlines than states. */
  counties?: boolean
  /** Additional fill patterns, used outside the map. */
  fills?: readonly (readonly Shade[])[]
}

/** The map: areas filled by their government's stance, and labeled markers with one stance figure per body. */
export const MapDrawing = ({ mapData, colors, link, named = true, counties, fills = [] }: Props) => {
  const uncoded = mapData.markers.filter((one) => one.values.length === 0)
  return (
    <>
      <Fills shades={[...fills, ...mapData.areas.map((one) => one.shades)]} colors={colors} />
      {mapData.areas.map((area) => (
        <Linked key={area.key} path={area.path} words={area.words} link={link}>
          <path
            d={area.d}
            {...colors(counties ? 'county' : 'land')}
            {...(!counties && { fill: fillOf(area.shades) })}
          />
        </Linked>
      ))}
      {uncoded.map((one) => (
        <Linked key={one.key} path={one.path} words={one.words} link={link} small>
          <circle cx={round(one.at[0])} cy={round(one.at[1])} r={4} {...colors('blank')} />
          <path d={`M${round(one.at[0]) - 2} ${round(one.at[1])}h4`} {...colors('line')} />
        </Linked>
      ))}
      {layoutLabels(mapData).map((label) => (
        <Linked key={label.key} path={label.path} words={label.words} link={link}>
          <MarkerLabelDrawing label={label} colors={colors} named={named} />
        </Linked>
      ))}
    </>
  )
}

const round = Math.round

type LinkedProps = { path?: string; words?: string; link?: Props['link']; small?: boolean; children: ReactNode }

const Linked = ({ path, words, link, small, children }: LinkedProps) =>
  path && link ? (
    <a href={link(path)} className={small ? 'map-small' : undefined}>
      <title>{words}</title>
      {children}
    </a>
  ) : (
    <g>{children}</g>
  )

const MarkerLabelDrawing = ({ label, colors, named }: { label: MarkerLabel; colors: FigureColors; named: boolean }) => {
  const [x, y] = label.anchor
  const left = pillX(label)
  const middle = label.y + label.height / 2
  return (
    <>
      <path
        d={`M${round(x)} ${round(y)}L${Math.min(Math.max(round(x), left + 3), left + PILL.width - 3)} ${middle}`}
        {...colors('line')}
      />
      <circle cx={round(x)} cy={round(y)} r={2.5} {...colors('solid')} />
      <g className="map-pill">
        <rect x={left} y={label.y} width={PILL.width} height={label.height} rx={2} {...colors('frame')} />
        {label.values.map((value, at) => (
          <g key={at} transform={`translate(${left + PILL.pad} ${label.y + 3 + at * PILL.row})scale(${PILL.scale})`}>
            <ValueFigure value={value} colors={colors} />
          </g>
        ))}
      </g>
      <g className="map-name-box">
        <rect {...nameBox(label)} {...colors('paper')} fillOpacity={0.85} />
      </g>
      {named && (
        <text
          className={label.strong ? 'map-name map-strong' : 'map-name'}
          x={label.nameX}
          y={middle + 5}
          textAnchor={label.nameAfter ? 'start' : 'end'}
        >
          {label.name}
        </text>
      )}
    </>
  )
}
