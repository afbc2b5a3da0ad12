import type { ReactNode } from 'react'
import type { FigureColors } from '@/components/public/figures/design-tokens'
import { ValueFigure } from '@/components/public/figures/value-figure'
import { Fills } from './fills'
import { type Flag, PILL, type MapSheet, flags, nameBox, pillX } from './label-layout'
import { type Shade, fillOf } from './shading'

type Props = {
  sheet: MapSheet
  ink: FigureColors
  /** Where an address of a place leads; a picture in a file has no links. */
  link?: (path: string) => string
  /** Whether names are drawn here; where fonts are not at hand, somebody else draws them. */
  named?: boolean
  /** Counties are outlined more quietly than states. */
  counties?: boolean
  /** Fills that are shown elsewhere, beside those of the areas. */
  fills?: readonly (readonly Shade[])[]
}

/** The map: areas filled by what their own bodies do, and a flag with one mark for each body of a place. */
export const MapDrawing = ({ sheet, ink, link, named = true, counties, fills = [] }: Props) => {
  const bare = sheet.spots.filter((one) => one.values.length === 0)
  return (
    <>
      <Fills shades={[...fills, ...sheet.areas.map((one) => one.shades)]} ink={ink} />
      {sheet.areas.map((area) => (
        <Linked key={area.key} path={area.path} words={area.words} link={link}>
          <path d={area.d} {...ink(counties ? 'county' : 'land')} {...(!counties && { fill: fillOf(area.shades) })} />
        </Linked>
      ))}
      {bare.map((one) => (
        <Linked key={one.key} path={one.path} words={one.words} link={link} small>
          <circle cx={round(one.at[0])} cy={round(one.at[1])} r={4} {...ink('blank')} />
          <path d={`M${round(one.at[0]) - 2} ${round(one.at[1])}h4`} {...ink('line')} />
        </Linked>
      ))}
      {flags(sheet).map((flag) => (
        <Linked key={flag.key} path={flag.path} words={flag.words} link={link}>
          <FlagDrawing flag={flag} ink={ink} named={named} />
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

const FlagDrawing = ({ flag, ink, named }: { flag: Flag; ink: FigureColors; named: boolean }) => {
  const [x, y] = flag.anchor
  const left = pillX(flag)
  const middle = flag.y + flag.height / 2
  return (
    <>
      <path
        d={`M${round(x)} ${round(y)}L${Math.min(Math.max(round(x), left + 3), left + PILL.width - 3)} ${middle}`}
        {...ink('line')}
      />
      <circle cx={round(x)} cy={round(y)} r={2.5} {...ink('solid')} />
      <g className="map-pill">
        <rect x={left} y={flag.y} width={PILL.width} height={flag.height} rx={2} {...ink('frame')} />
        {flag.values.map((value, at) => (
          <g key={at} transform={`translate(${left + PILL.pad} ${flag.y + 3 + at * PILL.row})scale(${PILL.scale})`}>
            <ValueFigure value={value} ink={ink} />
          </g>
        ))}
      </g>
      <g className="map-name-box">
        <rect {...nameBox(flag)} {...ink('paper')} fillOpacity={0.85} />
      </g>
      {named && (
        <text
          className={flag.strong ? 'map-name map-strong' : 'map-name'}
          x={flag.nameX}
          y={middle + 5}
          textAnchor={flag.nameAfter ? 'start' : 'end'}
        >
          {flag.name}
        </text>
      )}
    </>
  )
}
