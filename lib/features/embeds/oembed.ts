import type { z } from 'zod'
import { type Lang, isLang } from '@/lib/platform/i18n/locale'
import { settings } from '@/lib/platform/settings/settings'
import type { OEmbed } from '@/lib/features/api/schemas'
import { findById } from '@/lib/features/exports/find-record'
import { isRecordTypeName, type TypedRecord } from '@/lib/records/registry'
import { titleOf } from '@/lib/records/titles'
import { resolveNames, readView } from '@/lib/features/exports/list-view'
import { STATES } from '@/lib/vocabularies/us-states'
import { mapTopic } from '@/lib/features/map/topic'
import { pageAddress } from '@/lib/features/social-preview/address'
import { TOPIC } from '@/lib/vocabularies/topics'
import { EMBED_HEIGHT, embedLine, embedPath } from './address'

const WIDTH = 640
const DAY = 86_400

type MaxSize = { width: number | undefined; height: number | undefined }

/** The oEmbed 1.0 response for a URL; null if it is not an embeddable page of this site. */
export const oembed = async (url: string, most: MaxSize): Promise<z.infer<typeof OEmbed> | null> => {
  const page = ours(url)
  const embed = page && embedPath(page.path)
  const title = embed && (await titleFor(embed, page.lang))
  if (!title) return null
  const width = Math.min(WIDTH, most.width ?? WIDTH)
  const height = Math.min(EMBED_HEIGHT, most.height ?? EMBED_HEIGHT)
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: 'Local Record',
    provider_url: pageAddress('en', '/'),
    cache_age: DAY,
    html: embedLine({ embed, title, lang: page.lang, width, height }),
    width,
    height,
  }
}

/** The English path and the language of a URL of this site. */
const ours = (url: string): { path: string; lang: Lang } | null => {
  if (!URL.canParse(url)) return null
  const { origin, pathname, search } = new URL(url)
  if (origin !== settings().siteUrl) return null
  const [, first = ''] = pathname.split('/')
  return isLang(first)
    ? { path: pathname.slice(first.length + 1) + search, lang: first }
    : { path: pathname + search, lang: 'en' }
}

const titleFor = async (embed: string, lang: Lang): Promise<string | null> => {
  const [path = '', text] = embed.split('?')
  const [, , recordType = '', id] = path.split('/')
  const query = new URLSearchParams(text)
  if (recordType === 'map') {
    const state = STATES.find((one) => one.usps.toLowerCase() === query.get('state'))
    const topic = TOPIC[mapTopic(query.get('topic'))][lang]
    return state ? `${topic}: ${state.name}` : topic
  }
  if (!isRecordTypeName(recordType)) return null
  if (id === undefined) return (await resolveNames(readView(recordType, query).view)).title(lang)
  const { lookup } = await findById(recordType, id)
  return lookup.status === 'found' ? titleOf({ type: recordType, record: lookup.record } as TypedRecord, lang) : null
}
