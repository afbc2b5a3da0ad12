import { translator } from '@/lib/platform/i18n/translate'
import { release, releaseName } from '@/lib/features/dataset/release'
import { releaseDays } from '@/lib/features/dataset/queries'
import { notModifiedOr } from '@/lib/platform/api/conditional-response'
import { lastChange } from '@/lib/features/exports/last-published'
import { LICENCE_URL } from '@/lib/features/exports/formats'
import { pageAddress } from '@/lib/features/social-preview/address'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { streamResponse } from '@/lib/platform/api/stream-response'
import type { MinimalRequest } from '@/lib/platform/http/types'
import { problem } from '@/lib/platform/http/problem-json'

const t = translator('en')

/** `/data/local-record-2026-11-22.zip`: the data published by the end of that day; for the latest, current data. */
export async function datasetFile(name: string, request: MinimalRequest): Promise<Response> {
  const days = await releaseDays()
  const day = days.find((one) => releaseName(one) === name)
  if (day === undefined)
    return problem(404, {
      detail: `The current release is ${pageAddress('en', `/data/${releaseName(days[0] ?? '')}`)}.`,
    })
  const until = day === days[0] ? null : dayAfter(day)
  return notModifiedOr(request, [name, until ?? (await lastChange())], () =>
    streamResponse(release(texts(day), until), {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${name}"`,
    }),
  )
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString()

const RULES = [1, 2, 3, 4, 5, 6, 7, 8] as const

const texts = (asOf: string) => ({
  readme: `# Local Record, ${asOf.slice(0, 10)}

${t('site.about')}

${t('data.package')}

Cells with several values have "; " between them. Text that a spreadsheet program would take for a formula begins with
an apostrophe. GEOIDs are text: leading zeros count. Dates that are not exact are in EDTF, with the first and the last
day that they may mean.

Current data: ${pageAddress('en', '/data')}
`,
  methodology: `# ${t('about.methodology')}

${t('method.lead')}

${RULES.map((number) => `${number}. ${t(`method.rule${number}`)}`).join('\n')}

${pageAddress('en', '/about/methodology')}
`,
  licence: `# ${t('data.licence')}

${t('data.licenceAbout')}

${LICENCE_URL}
`,
  types: Object.fromEntries(
    RECORD_TYPE_NAMES.map((type) => [type, { title: t(`recordType.${type}`), about: t(`recordTypeAbout.${type}`) }]),
  ) as Record<(typeof RECORD_TYPE_NAMES)[number], { title: string; about: string }>,
})
