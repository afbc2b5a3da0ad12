import { AdminPage } from '@/app/admin/admin-page'
import { adminNotFound } from '@/app/admin/not-found-page'
import { adminForbidden } from '@/app/admin/forbidden-page'
import { hasPermission, requireSession } from '@/app/admin/session'
import { MappingForm } from '@/components/admin/imports/mapping-form'
import { Preview } from '@/components/admin/imports/preview'
import { Progress } from '@/components/admin/imports/progress'
import { importChoices } from '@/lib/features/imports/choices'
import { previewRows } from '@/lib/features/imports/queries'
import { type ImportBatch, importBatch, importRows, sameFile } from '@/lib/platform/imports/queries'
import { ROW_STATES, type RowState } from '@/lib/platform/imports/batch-storage'
import { begin, correct, discard, resume, mapColumns, revert, stop } from '../actions'

type Query = { show?: string | string[]; after?: string | string[]; map?: string | string[] }
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> }

const PAGE = 25

export default async function Page({ params, searchParams }: Props) {
  const { id } = await params
  const query = await searchParams
  const person = await requireSession(`/admin/imports/${id}`)
  if (!hasPermission(person, 'record:import')) return adminForbidden(person)
  const batch = await importBatch(id)
  const choice = importChoices().find(({ kind }) => kind === batch?.kind)
  if (!batch || !choice) return adminNotFound(person)
  const { lang } = person
  const frame = { person, section: 'imports', title: batch.fileName } as const

  if (batch.state === 'mapping' || (batch.state === 'preview' && query.map === '1')) {
    const [first] = await importRows(id, ROW_STATES, 0, 1)
    return (
      <AdminPage {...frame}>
        <MappingForm
          lang={lang}
          batch={batch}
          choice={choice}
          first={first?.raw ?? {}}
          actions={{ mapColumns, discard }}
        />
      </AdminPage>
    )
  }
  if (batch.state === 'checking' || batch.state === 'running' || batch.state === 'reverting')
    return (
      <AdminPage {...frame}>
        <Progress lang={lang} batch={batch} actions={{ stop, resume }} />
      </AdminPage>
    )
  const show = shownState(query.show, batch)
  const after = typeof query.after === 'string' && /^\d{1,7}$/.test(query.after) ? Number(query.after) : 0
  const [rows, sameFileImports] = await Promise.all([importRows(id, [show], after, PAGE + 1), sameFile(batch)])
  const page = rows.slice(0, PAGE)
  return (
    <AdminPage {...frame}>
      <Preview
        lang={lang}
        batch={batch}
        choice={choice}
        sameFile={sameFileImports}
        show={show}
        after={after}
        rows={await previewRows(page, lang)}
        next={rows.length > PAGE ? page.at(-1)!.row : null}
        actions={{ begin, correct, discard, revert }}
      />
    </AdminPage>
  )
}

/** Default tab: the first non-empty state, those that need attention first. */
const shownState = (requested: string | string[] | undefined, { counts }: ImportBatch): RowState =>
  ROW_STATES.find((state) => state === requested) ??
  (['kept', 'failed', 'refused', 'ready', 'imported', 'reverted', 'unchanged'] as const).find(
    (state) => counts[state],
  ) ??
  'ready'
