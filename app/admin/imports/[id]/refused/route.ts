import { hasPermission, getSession } from '@/app/admin/session'
import { streamResponse } from '@/lib/platform/api/stream-response'
import { BOM } from '@/lib/platform/files/csv-write'
import { importBatch, refusedCsv } from '@/lib/platform/imports/queries'

type Context = { params: Promise<{ id: string }> }

/** Rejected rows with their reasons as CSV, to be corrected and imported again. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const person = await getSession()
  const batch = person && hasPermission(person, 'record:import') ? await importBatch(id) : null
  if (!person || !batch) return new Response(null, { status: 404 })
  const name = batch.fileName.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '-')
  return streamResponse(withBom(refusedCsv(batch, person.lang)), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}-left-out.csv"`,
    'cache-control': 'no-store',
  })
}

async function* withBom(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield BOM
  yield* pieces
}
