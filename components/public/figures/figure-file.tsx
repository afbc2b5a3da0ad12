import type { ReactElement } from 'react'
import { COLORS, SANS, SERIF } from '@/components/public/social-preview/design-tokens'
import { markup } from './markup'

/** Text in a figure. `x` and `y` are the start of the baseline, or its end for `anchor="end"`. */
export type FigureText = {
  x: number
  y: number
  text: string
  size: number
  strong?: boolean
  serif?: boolean
  quiet?: boolean
  anchor?: 'start' | 'middle' | 'end'
}

/** A figure as a file. Texts are separate from shapes, because the PNG renderer lays out text itself. */
export type FigureFile = { name: string; width: number; height: number; shapes: ReactElement; texts: FigureText[] }

const FAMILY = {
  serif: "'Source Serif 4', Georgia, 'Times New Roman', serif",
  sans: "'Public Sans', 'Helvetica Neue', Arial, sans-serif",
}

const colorOf = ({ quiet }: FigureText): string => (quiet ? COLORS.quiet : COLORS.ink)

/** Standalone SVG without style sheets or scripts. */
export function svgOf({ width, height, shapes, texts }: FigureFile, withTexts = true): string {
  const drawing = (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <rect width={width} height={height} fill={COLORS.paper} />
      {shapes}
      {withTexts &&
        texts.map((one, at) => (
          <text
            key={at}
            x={one.x}
            y={one.y}
            fontSize={one.size}
            fontFamily={one.serif ? FAMILY.serif : FAMILY.sans}
            fontWeight={one.strong ? 600 : 400}
            fill={colorOf(one)}
            textAnchor={one.anchor === 'start' ? undefined : one.anchor}
          >
            {one.text}
          </text>
        ))}
    </svg>
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup(drawing)}\n`
}

/** The figure for the PNG renderer: the shapes as an image, with each text positioned above it. */
export const PngFigure = ({ figure, scale }: { figure: FigureFile; scale: number }) => {
  const image = `data:image/svg+xml;base64,${Buffer.from(svgOf(figure, false)).toString('base64')}`
  const size = { width: figure.width * scale, height: figure.height * scale }
  return (
    <div style={{ display: 'flex', position: 'relative', ...size }}>
      {/* oxlint-disable-next-line nextjs/no-img-element -- this is drawn into a picture, not shown on a page */}
      <img src={image} alt="" {...size} style={{ position: 'absolute', left: 0, top: 0 }} />
      {figure.texts.map((one, at) => (
        <div key={at} style={textStyle(one, figure.width, scale)}>
          {one.text}
        </div>
      ))}
    </div>
  )
}

/** Position of the baseline within a line box, valid for both font families. */
const BASELINE_RATIO = 0.86

function textStyle(one: FigureText, width: number, scale: number) {
  const { x, y, size, anchor = 'start' } = one
  const boxWidth = anchor === 'middle' ? 400 : width
  const left = anchor === 'start' ? x : anchor === 'end' ? x - boxWidth : x - boxWidth / 2
  return {
    display: 'flex',
    position: 'absolute',
    left: left * scale,
    top: (y - size * BASELINE_RATIO) * scale,
    width: boxWidth * scale,
    justifyContent: { start: 'flex-start', middle: 'center', end: 'flex-end' }[anchor],
    whiteSpace: 'nowrap',
    lineHeight: 1,
    fontFamily: one.serif ? SERIF : SANS,
    fontWeight: one.strong ? 600 : 400,
    fontSize: size * scale,
    color: colorOf(one),
  } as const
}

/** Wraps a text into lines of at most `maxLength` characters. */
export function wrapped(text: string, maxLength: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < maxLength) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
