import { rejectUnknownParameters } from '@/lib/features/api/parameters'
import { correctionsFeed } from '@/lib/features/feeds/corrections'
import type { Lang } from '@/lib/platform/i18n/locale'
import { invalidParameters } from '@/lib/platform/http/problem-json'
import { feedFile } from './feed'

/** The feed of corrections and withdrawals. */
export async function correctionsFile(format: string, params: URLSearchParams, lang: Lang): Promise<Response> {
  const issues = rejectUnknownParameters(params, [])
  return issues.length ? invalidParameters(issues) : feedFile(await correctionsFeed(lang), format)
}
