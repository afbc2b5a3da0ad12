import { HOST_SCRIPT } from '@/components/public/embeds/size-script'

/** The script that other sites load to embed a frame of this site. */
export const GET = () =>
  new Response(HOST_SCRIPT, {
    headers: {
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=3600, stale-while-revalidate=86400',
      'Access-Control-Allow-Origin': '*',
    },
  })
