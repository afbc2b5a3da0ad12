import { ImageResponse } from 'next/og'
import { type FigureFile, PngFigure, svgOf } from '@/components/public/figures/figure-file'
import { drawable } from '../og/drawable'
import { pictureFonts } from '../og/fonts'

/** A figure changes when an entry does. */
const CACHED = 'public, max-age=600, s-maxage=3600, stale-while-revalidate=86400'
const SCALE = 1.6

const headers = (type: string, { name }: FigureFile, ending: string) => ({
  'Content-Type': type,
  'Content-Disposition': `inline; filename="local-record-${name}-${new Date().toISOString().slice(0, 10)}.${ending}"`,
  'Cache-Control': CACHED,
  // Other sites show these figures.
  'Access-Control-Allow-Origin': '*',
})

export const svgResponse = (figure: FigureFile): Response =>
  new Response(svgOf(figure), { headers: headers('image/svg+xml; charset=utf-8', figure, 'svg') })

export async function pngResponse(figure: FigureFile): Promise<Response> {
  const { fonts, characters } = await pictureFonts()
  const texts = figure.texts.map((one) => ({ ...one, text: drawable(one.text, characters) }))
  const size = { width: Math.round(figure.width * SCALE), height: Math.round(figure.height * SCALE) }
  const picture = <PngFigure figure={{ ...figure, texts }} scale={SCALE} />
  const bytes = await inTurn(() => new ImageResponse(picture, { ...size, fonts }).arrayBuffer())
  return new Response(bytes, { headers: headers('image/png', figure, 'png') })
}

let last: Promise<unknown> = Promise.resolve()

/** One picture at a time: each takes a second or two, and pages come first. */
function inTurn<T>(make: () => Promise<T>): Promise<T> {
  const made = last.then(make)
  last = made.catch(() => {})
  return made
}
