import { save } from '@/app/admin/entries/save'
import { respondWithJson, respondWithPage } from '@/app/admin/entries/save-responses'

type Context = { params: Promise<{ id: string }> }

/** Saves a draft form. Answers JSON to the autosave script and a redirect to plain form posts. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const wantsJson = request.headers.get('accept')?.startsWith('application/json') ?? false
  const answer = wantsJson ? respondWithJson : respondWithPage
  let form: FormData
  try {
    form = await request.formData()
  } catch {
    return answer(id, new FormData(), { failed: 'incomplete' })
  }
  return answer(id, form, await save(id, form))
}
