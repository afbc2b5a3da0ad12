import { hasPermission, getSession } from '@/app/admin/session'
import { streamResponse } from '@/lib/platform/api/stream-response'
import { BOM } from '@/lib/platform/files/csv-write'
import { importBatch, refusedCsv } from '@/lib/platform/imports/queries'

type Context = { params: Promise<{ id: string }> }

/** The rows that were left out, with the reasons, as a file that can be corrected and imported. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const person = await getSession()
  const batch = person && hasPermission(person, 'record:import') ? await importBatch(id) : null
  if (!person || !batch) return new Response(null, { status: 404 })
  const name = batch.fileName.replace(/\.[^.]*$/, '').replace(/[^\w.-]+/g, '-')
  return streamResponse(withMark(refusedCsv(batch, person.lang)), {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}-left-out.csv"`,
    'cache-control': 'no-store',
  })
}

async function* withMark(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  yield BOM
  yield* pieces
}
