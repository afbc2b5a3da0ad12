import type { ReactElement } from 'react'
import { COLOUR, SANS, SERIF } from '@/components/public/social-preview/design-tokens'
import { markup } from './markup'

/** Words in a figure: `x` and `y` are where their baseline begins, or ends for `anchor="end"`. */
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

/** A figure as a file: lines and areas, and the words apart from them, because a picture sets its type differently. */
export type FigureFile = { name: string; width: number; height: number; shapes: ReactElement; texts: FigureText[] }

const FAMILY = {
  serif: "'Source Serif 4', Georgia, 'Times New Roman', serif",
  sans: "'Public Sans', 'Helvetica Neue', Arial, sans-serif",
}

const colourOf = ({ quiet }: FigureText): string => (quiet ? COLOUR.quiet : COLOUR.ink)

/** The whole file, without style sheets or scripts, so that it looks the same wherever it is opened. */
export function svgOf({ width, height, shapes, texts }: FigureFile, worded = true): string {
  const drawing = (
    <svg xmlns="http://www.w3.org/2000/svg" width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
      <rect width={width} height={height} fill={COLOUR.paper} />
      {shapes}
      {worded &&
        texts.map((one, at) => (
          <text
            key={at}
            x={one.x}
            y={one.y}
            fontSize={one.size}
            fontFamily={one.serif ? FAMILY.serif : FAMILY.sans}
            fontWeight={one.strong ? 600 : 400}
            fill={colourOf(one)}
            textAnchor={one.anchor === 'start' ? undefined : one.anchor}
          >
            {one.text}
          </text>
        ))}
    </svg>
  )
  return `<?xml version="1.0" encoding="UTF-8"?>\n${markup(drawing)}\n`
}

/** The same for the library that makes pictures: the drawing as an image, and each text set above it. */
export const PngFigure = ({ figure, scale }: { figure: FigureFile; scale: number }) => {
  const image = `data:image/svg+xml;base64,${Buffer.from(svgOf(figure, false)).toString('base64')}`
  const size = { width: figure.width * scale, height: figure.height * scale }
  return (
    <div style={{ display: 'flex', position: 'relative', ...size }}>
      {/* oxlint-disable-next-line nextjs/no-img-element -- this is drawn into a picture, not shown on a page */}
      <img src={image} alt="" {...size} style={{ position: 'absolute', left: 0, top: 0 }} />
      {figure.texts.map((one, at) => (
        <div key={at} style={place(one, figure.width, scale)}>
          {one.text}
        </div>
      ))}
    </div>
  )
}

/** Where the baseline lies in a line of its own height, in both families. */
const BASELINE = 0.86

function place(one: FigureText, width: number, scale: number) {
  const { x, y, size, anchor = 'start' } = one
  const wide = anchor === 'middle' ? 400 : width
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2
  return {
    display: 'flex',
    position: 'absolute',
    left: left * scale,
    top: (y - size * BASELINE) * scale,
    width: wide * scale,
    justifyContent: { start: 'flex-start', middle: 'center', end: 'flex-end' }[anchor],
    whiteSpace: 'nowrap',
    lineHeight: 1,
    fontFamily: one.serif ? SERIF : SANS,
    fontWeight: one.strong ? 600 : 400,
    fontSize: size * scale,
    color: colourOf(one),
  } as const
}

/** Lines of at most so many letters. */
export function wrapped(text: string, letters: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
