import { words } from '@/components/words'
import { release, releaseName } from '@/lib/domain/dataset/release'
import { lastChange } from '@/lib/domain/exports/changes'
import { LICENCE_URL } from '@/lib/domain/exports/formats'
import { pageAddress } from '@/lib/domain/sharing/address'
import { LISTS } from '@/lib/domain/sharing/pages'
import { streamed } from '@/lib/platform/api/stream'
import { problem } from '@/lib/platform/web/problem'

const t = words('en')

/** `/data/local-record-2026-11-22.zip`: the release of the day on which something was last published. */
export async function datasetFile(name: string): Promise<Response> {
  const asOf = await lastChange()
  const current = releaseName(asOf)
  if (name !== current)
    return problem(404, { detail: `The current release is ${pageAddress('en', `/data/${current}`)}.` })
  return streamed(release(texts(asOf)), {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${current}"`,
  })
}

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
  rooms: Object.fromEntries(
    LISTS.map((room) => [room, { title: t(`room.${room}`), about: t(`roomAbout.${room}`) }]),
  ) as Record<(typeof LISTS)[number], { title: string; about: string }>,
})
