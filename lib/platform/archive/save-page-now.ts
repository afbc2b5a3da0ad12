import { z } from 'zod'
import { type Archive, ArchiveError } from './archive'

type Options = {
  /** The archive's origin. */
  url: string
  accessKey?: string | undefined
  secretKey?: string | undefined
  userAgent: string
  milliseconds?: number
}

const Asked = z.object({ job_id: z.string().regex(/^[\w.:-]{1,200}$/) })
const Status = z.object({
  status: z.enum(['pending', 'success', 'error']),
  timestamp: z
    .string()
    .regex(/^\d{14}$/)
    .optional(),
  original_url: z.string().optional(),
  message: z.string().optional(),
  status_ext: z.string().optional(),
})
const Told = z.object({ message: z.string().optional(), status_ext: z.string().optional() })

// Status codes of pages that the archive will never copy.
const FINAL = /blocked|not-found|invalid-url|no-access|gone|unauthorized|robots|too-big|unsupported/

/** The Internet Archive's Save Page Now 2 API. Works without keys, but slower. */
export const savePageNow = ({
  url: origin,
  accessKey,
  secretKey,
  userAgent,
  milliseconds = 30_000,
}: Options): Archive => {
  const call = async (path: string, body?: URLSearchParams): Promise<unknown> => {
    const answer = await fetch(`${origin}${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        accept: 'application/json',
        'user-agent': userAgent,
        ...(accessKey && secretKey && { authorization: `LOW ${accessKey}:${secretKey}` }),
      },
      ...(body && { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(milliseconds),
    }).catch(() => {
      throw new ArchiveError('The archive did not answer.')
    })
    const text = (await answer.text().catch(() => '')).slice(0, 100_000)
    const told = answer.ok ? null : Told.safeParse(parsed(text)).data
    if (answer.status === 401) throw new ArchiveError('The archive refuses the keys of the settings.', true)
    if (answer.status === 429) throw new ArchiveError('The archive asks for patience: too many requests.')
    if (!answer.ok) throw new ArchiveError(told?.message ?? `The archive answered with an error (${answer.status}).`)
    return parsed(text)
  }

  return {
    ask: async (url) => {
      const said = await call('/save', new URLSearchParams({ url, skip_first_archive: '1' }))
      const asked = Asked.safeParse(said)
      if (asked.success) return asked.data.job_id
      const { message, status_ext } = Told.safeParse(said).data ?? {}
      throw new ArchiveError(message ?? 'The archive did not take the request.', FINAL.test(status_ext ?? ''))
    },
    look: async (job) => {
      const said = Status.safeParse(await call(`/save/status/${encodeURIComponent(job)}`))
      if (!said.success) throw new ArchiveError('The archive’s answer was not understood.')
      const { status, timestamp, original_url, message, status_ext } = said.data
      if (status === 'pending') return { state: 'pending' }
      if (status === 'success' && timestamp && original_url)
        return { state: 'archived', archiveUrl: `${origin}/web/${timestamp}/${original_url}` }
      throw new ArchiveError(message ?? 'The archive could not keep this page.', FINAL.test(status_ext ?? ''))
    },
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
