import { getSession } from '@/app/admin/session'
import { startImport } from '@/lib/features/imports/commands'
import { Forbidden, Invalid } from '@/lib/platform/errors/errors'
import { UPLOAD_LIMITS } from '@/lib/platform/settings/upload-limits'

/** Allowance for the other form fields and the multipart boundaries. */
const MULTIPART_OVERHEAD = 64 * 1024

/** A route handler, because server actions limit the body size. */
export async function POST(request: Request): Promise<Response> {
  const person = await getSession()
  if (!person) return to('/admin/sign-in?to=/admin/imports/new')
  if (Number(request.headers.get('content-length') ?? 0) > UPLOAD_LIMITS.file + MULTIPART_OVERHEAD)
    return back('imports.problem.too_large')
  const form = await request.formData().catch(() => null)
  const [kind, file] = [form?.get('kind'), form?.get('file')]
  if (typeof kind !== 'string' || !kind) return back('imports.upload.noKind')
  if (!(file instanceof File) || file.size === 0) return back('imports.upload.noFile', kind)
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    const id = await startImport(person.actor, { kind, fileName: file.name || 'file', file: bytes })
    return to(`/admin/imports/${id}`)
  } catch (error) {
    if (error instanceof Invalid) return back(Object.values(error.issues).flat()[0] ?? 'imports.problem.failed', kind)
    if (error instanceof Forbidden) return back('imports.problem.notAllowed', kind)
    throw error
  }
}

const back = (problem: string, kind = ''): Response =>
  to(`/admin/imports/new?${new URLSearchParams({ problem, kind })}`)

const to = (path: string): Response => new Response(null, { status: 303, headers: { location: path } })
