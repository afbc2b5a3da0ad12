import { today } from '@/lib/text/today'
import { type FigureFile, PngFigure, svgOf } from '@/components/public/figures/figure-file'
import { drawable } from '../og/drawable'
import { drawPng } from '../og/draw'
import { pictureFonts } from '../og/fonts'

/** Figures change whenever an entry is published, so they are cached briefly. */
const CACHED = 'public, max-age=600, s-maxage=3600, stale-while-revalidate=86400'
const SCALE = 1.6

const headers = (type: string, { name }: FigureFile, ending: string) => ({
  'Content-Type': type,
  'Content-Disposition': `inline; filename="local-record-${name}-${today()}.${ending}"`,
  'Cache-Control': CACHED,
  // Other sites embed these figures.
  'Access-Control-Allow-Origin': '*',
})

export const svgResponse = (figure: FigureFile): Response =>
  new Response(svgOf(figure), { headers: headers('image/svg+xml; charset=utf-8', figure, 'svg') })

export async function pngResponse(figure: FigureFile): Promise<Response> {
  const { characters } = await pictureFonts()
  const drawn = { ...figure, texts: figure.texts.map((one) => ({ ...one, text: drawable(one.text, characters) })) }
  const png = await drawPng(svgOf(drawn), {
    size: { width: Math.round(figure.width * SCALE), height: Math.round(figure.height * SCALE) },
    element: () => <PngFigure figure={drawn} scale={SCALE} />,
  })
  return new Response(new Uint8Array(png), { headers: headers('image/png', figure, 'png') })
}
