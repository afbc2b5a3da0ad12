import { unknown } from '@/lib/domain/api/parameters'
import { correctionsFeed } from '@/lib/domain/feeds/corrections'
import type { Lang } from '@/lib/platform/collections/language'
import { notUnderstood } from '@/lib/platform/web/problem'
import { feedFile } from './feed'

/** The feed of corrections and withdrawals. */
export async function correctionsFile(format: string, params: URLSearchParams, lang: Lang): Promise<Response> {
  const issues = unknown(params, [])
  return issues.length ? notUnderstood(issues) : feedFile(await correctionsFeed(lang), format)
}
