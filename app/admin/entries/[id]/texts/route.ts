import { sourcesOf } from '@/lib/features/editing/form-context'
import { getSession } from '@/app/admin/session'
import { draftToEdit } from '@/lib/features/editing/editing-queries'

type Context = { params: Promise<{ id: string }> }

/** Sources that the draft cites, with their captured texts. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const person = await getSession()
  if (!person) return new Response(null, { status: 401 })
  const draft = await draftToEdit((await params).id, person.id)
  return draft ? Response.json(await sourcesOf(draft.data)) : new Response(null, { status: 404 })
}
