import type { Issue } from '@/lib/platform/lists/filter'

/** An RFC 9457 problem. */
export type Problem = {
  status: number
  title: string
  detail?: string
  /** Each invalid parameter. */
  errors?: { parameter: string; value: string; detail: string }[]
  /** For a withdrawn record. */
  withdrawn?: { on: string; reason: { en: string; es?: string | undefined } }
}

const TITLES: Record<number, string> = {
  404: 'There is nothing at this address.',
  405: 'This method is not possible here.',
  410: 'This entry was withdrawn.',
  422: 'Some parameters were not understood.',
  429: 'Too many requests.',
  500: 'Something went wrong on our side.',
  501: 'This format is not offered.',
  503: 'Busy. Please try again in a moment.',
}

export const problem = (
  status: number,
  details: Omit<Problem, 'status' | 'title'> = {},
  headers: Record<string, string> = {},
): Response =>
  new Response(JSON.stringify({ type: 'about:blank', title: TITLES[status], status, ...details }), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...(status >= 429 && NO_STORE), ...headers },
  })

const NO_STORE = { 'Cache-Control': 'no-store' }

export const invalidParameters = (issues: readonly Issue[]): Response =>
  problem(422, {
    errors: issues.map(({ param, value, message }) => ({ parameter: param, value, detail: message.en })),
  })
