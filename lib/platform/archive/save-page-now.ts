import { z } from 'zod'
import { messageKey } from '@/lib/platform/i18n/message-key'
import { type Archive, ArchiveError } from './archive'

type Options = {
  /** The archive's origin. */
  url: string
  accessKey?: string | undefined
  secretKey?: string | undefined
  userAgent: string
  milliseconds?: number
}

const Accepted = z.object({ job_id: z.string().regex(/^[\w.:-]{1,200}$/) })
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
const ErrorBody = z.object({ message: z.string().optional(), status_ext: z.string().optional() })

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
      throw new ArchiveError('sources.archive.noAnswer')
    })
    const text = (await answer.text().catch(() => '')).slice(0, 100_000)
    const errorBody = answer.ok ? null : ErrorBody.safeParse(parsed(text)).data
    if (answer.status === 401) throw new ArchiveError('sources.archive.refusesKeys', true)
    if (answer.status === 429) throw new ArchiveError('sources.archive.tooManyRequests')
    if (!answer.ok)
      throw new ArchiveError(errorBody?.message ?? messageKey('sources.archive.status', { status: answer.status }))
    return parsed(text)
  }

  return {
    ask: async (url) => {
      const response = await call('/save', new URLSearchParams({ url, skip_first_archive: '1' }))
      const accepted = Accepted.safeParse(response)
      if (accepted.success) return accepted.data.job_id
      const { message, status_ext } = ErrorBody.safeParse(response).data ?? {}
      throw new ArchiveError(message ?? 'sources.archive.notTaken', FINAL.test(status_ext ?? ''))
    },
    look: async (job) => {
      const response = Status.safeParse(await call(`/save/status/${encodeURIComponent(job)}`))
      if (!response.success) throw new ArchiveError('sources.archive.notUnderstood')
      const { status, timestamp, original_url, message, status_ext } = response.data
      if (status === 'pending') return { state: 'pending' }
      if (status === 'success' && timestamp && original_url)
        return { state: 'archived', archiveUrl: `${origin}/web/${timestamp}/${original_url}` }
      throw new ArchiveError(message ?? 'sources.archive.notKept', FINAL.test(status_ext ?? ''))
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
