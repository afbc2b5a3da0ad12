import { Card } from '@/components/public/social-preview/card'
import { PICTURE, ogImage } from '@/components/public/social-preview/og-image'
import { pagePicture } from '@/components/public/social-preview/page-picture'
import type { Picture } from '@/components/public/social-preview/picture'
import { recordPicture } from '@/components/public/social-preview/record-picture'
import { translator } from '@/lib/platform/i18n/translate'
import { recordAt } from '@/lib/features/social-preview/queries'
import type { Lang } from '@/lib/platform/i18n/locale'
import { toCanonical } from '../canonical'
import { drawPng } from '../draw'
import { drawablePicture } from '../drawable'
import { pictureFonts } from '../fonts'

export const dynamic = 'force-dynamic'

/** The picture of a version is immutable. The picture of a current page may be a day old. */
const FOR_GOOD = 'public, max-age=31536000, immutable'
const FOR_A_DAY = 'public, max-age=3600, s-maxage=86400, stale-while-revalidate=86400'

/** The social preview of a page: `?page=/es/tx/el-paso&v=3`. Unknown pages have none. */
export async function GET(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams
  const page = pageOf(query.get('page') ?? '')
  const given = query.get('v')
  if (!page || (given !== null && !/^[1-9]\d{0,5}$/.test(given))) return missing()
  const { lang, path } = page
  const version = given === null ? undefined : Number(given)
  const elsewhere = toCanonical(request, ogImage(lang, path, version))
  if (elsewhere) return elsewhere
  const plain = pagePicture(path, lang)
  if (plain) return png(plain, lang, FOR_A_DAY)
  const found = await recordAt(path, version)
  if (found.status === 'missing') return missing()
  if (found.status === 'moved')
    return new Response(null, { status: 308, headers: { Location: ogImage(lang, found.path, version) } })
  return png(recordPicture(found.of, lang), lang, version === undefined ? FOR_A_DAY : FOR_GOOD)
}

/** The language and path of a page's URL; null if it can't be one. */
function pageOf(page: string): { lang: Lang; path: string } | null {
  if (page.length > 200 || !/^\/[a-z0-9/-]*$/.test(page)) return null
  if (page === '/es') return { lang: 'es', path: '/' }
  return page.startsWith('/es/') ? { lang: 'es', path: page.slice(3) } : { lang: 'en', path: page }
}

async function png(picture: Picture, lang: Lang, cacheControl: string): Promise<Response> {
  const { characters } = await pictureFonts()
  const drawn = drawablePicture(picture, characters)
  const bytes = await drawPng(JSON.stringify([drawn, lang]), {
    size: PICTURE,
    element: () => <Card picture={drawn} siteName={translator(lang)('site.name')} />,
  })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'image/png',
      'Cache-Control': cacheControl,
      // Other sites embed these pictures.
      'Access-Control-Allow-Origin': '*',
    },
  })
}

const missing = () =>
  new Response('There is no picture at this address.\n', { status: 404, headers: { 'Content-Type': 'text/plain' } })
