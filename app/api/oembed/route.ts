import { readNumber } from '@/lib/features/api/parameters'
import { OEmbed } from '@/lib/features/api/schemas'
import { oembed } from '@/lib/features/embeds/oembed'
import { publicRoute } from '@/lib/platform/api/public-route'
import { invalidParameters, problem } from '@/lib/platform/http/problem-json'
import { answer } from '../v1/answer'
import { localizedText } from '@/lib/platform/i18n/translate'

export const dynamic = 'force-dynamic'

const MISSING = localizedText('issue.noUrl')

/** `?url=…&format=json&maxwidth=…`. The oEmbed specification requires ignoring unknown parameters. */
export const { GET, OPTIONS, POST, PUT, PATCH, DELETE } = publicRoute('read', async (request) => {
  const params = new URL(request.url).searchParams
  const url = params.get('url')
  const [width, height] = ['maxwidth', 'maxheight'].map((name) =>
    readNumber(params, { name, otherwise: 0, most: 9_999 }),
  )
  const issues = [...width!.issues, ...height!.issues, ...(url ? [] : [{ param: 'url', value: '', message: MISSING }])]
  if (issues.length) return invalidParameters(issues)
  if ((params.get('format') || 'json') !== 'json') return problem(501)
  const found = await oembed(url!, { width: width!.value || undefined, height: height!.value || undefined })
  return found ? answer(OEmbed, found) : problem(404)
})
