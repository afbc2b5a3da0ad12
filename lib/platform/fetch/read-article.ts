import { z } from 'zod'
import { type Task, TaskFailed } from '@/lib/platform/worker-pool/task'
import { runTask } from '@/lib/platform/worker-pool/worker-pool'
import type { Article } from './article'
import type { ArticleInput } from './article-task'
import { Unreadable } from './failures'
import type { Fetched } from './fetch'
import { MAX_TEXT_LENGTH } from './tidy-text'

const line = z.string().max(500)
const TASK: Task<ArticleInput, never, Article> = {
  module: 'lib/platform/fetch/article-task',
  part: z.never(),
  result: z.object({
    title: line.nullable(),
    outlet: line.nullable(),
    authors: z.array(line).max(20),
    published: z.string().max(50).nullable(),
    lang: z.string().max(10).nullable(),
    text: z.string().max(5 * MAX_TEXT_LENGTH),
  }),
  limits: { processorMilliseconds: 5_000, milliseconds: 14_000 },
}

/**
 * The article in a fetched document, read in a worker process.
 * @throws Unreadable for a document that takes too long or too much memory, or is too long.
 */
export async function readArticle({ finalUrl, kind, contentType, bytes }: Fetched): Promise<Article> {
  const reached = { url: finalUrl, status: 200 }
  try {
    const { result } = await runTask(TASK, { finalUrl, kind, contentType, bytes })
    if (result.text.length > MAX_TEXT_LENGTH) throw new Unreadable({ code: 'too_long' }, reached)
    return result
  } catch (error) {
    if (!(error instanceof TaskFailed)) throw error
    throw new Unreadable({ code: error.reason === 'refused' ? 'busy' : 'too_complex' }, reached)
  }
}
