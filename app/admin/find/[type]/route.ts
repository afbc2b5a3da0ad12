import { getSession } from '@/app/admin/session'
import { findRecords } from '@/lib/features/editing/find-records'
import { inlineData } from '@/lib/features/editing/create-inline'
import { recordNames } from '@/lib/features/editing/editing-queries'
import { isRecordTypeName } from '@/lib/records/registry'
import { startDraft } from '@/lib/features/editing/commands'
import { statusOf } from '@/lib/platform/errors/errors'

type Context = { params: Promise<{ type: string }> }

const ID = /^[0-9a-z]{10}$/

/** Searches records of one type by name, for reference fields. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { type } = await params
  const person = await getSession()
  if (!person) return new Response(null, { status: 401 })
  if (!isRecordTypeName(type)) return new Response(null, { status: 404 })
  const query = new URL(request.url).searchParams
  const matches = await findRecords({
    type,
    words: query.get('q') ?? '',
    places: query.getAll('place').filter((id) => ID.test(id)),
    not: query.get('not') ?? '',
    lang: person.lang,
  })
  return Response.json(matches)
}

/** Creates a draft of a record that another form references. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { type } = await params
  const person = await getSession()
  if (!person) return new Response(null, { status: 401 })
  try {
    const form = await request.formData().catch(() => null)
    if (!form) return new Response(null, { status: 400 })
    const name = String(form.get('name') ?? '').trim()
    const place = String(form.get('place') ?? '')
    const data = isRecordTypeName(type) && name ? inlineData(type, name, ID.test(place) ? place : null) : null
    if (!data) return new Response(null, { status: 422 })
    const { id } = await startDraft(person.actor, { type, data })
    const recordId = id.slice(type.length + 1)
    return Response.json((await recordNames([{ type, id: recordId }], person.lang))[`${type}/${recordId}`])
  } catch (error) {
    return new Response(null, { status: statusOf(error) })
  }
}
