import { mapTopic } from '@/lib/features/map/topic'
import { langOf } from '../lang'

/**
 * Route of "/tx" and "/tx/el-paso". Query: `after` pages the list of places, `topic` selects the map, `version` an old
 * version.
 */
export type PlaceRoute = {
  params: Promise<{ lang: string; state: string; place?: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export const addressOf = async ({ params, searchParams }: PlaceRoute) => {
  const { lang, state, place } = await params
  const { after, version, topic } = await searchParams
  return {
    lang: langOf(lang),
    path: place ? `/${state}/${place}` : `/${state}`,
    after: typeof after === 'string' ? after : undefined,
    topic: mapTopic(topic),
    version: typeof version === 'string' && /^[1-9]\d{0,5}$/.test(version) ? Number(version) : undefined,
  }
}
