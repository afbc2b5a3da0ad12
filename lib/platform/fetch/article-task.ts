import { cleanSourceText } from '@/lib/platform/text/clean-text'
import type { Run } from '@/lib/platform/worker-pool/task'
import { type Article, articleIn } from './article'
import { decode } from './charset'
import type { Fetched } from './fetch'

export type ArticleInput = Pick<Fetched, 'finalUrl' | 'kind' | 'contentType' | 'bytes'>

/** The text of a document. A form feed separates words; cleanSourceText would remove it. */
export const textIn = (bytes: Uint8Array, contentType: string): string =>
  cleanSourceText(decode(Buffer.from(bytes), contentType).replace(/[\f\v]/g, '\n'))

/** Runs in a worker process. */
export const run: Run<ArticleInput, never, Article> = ({ finalUrl, kind, contentType, bytes }) =>
  articleIn({ finalUrl, kind, text: textIn(bytes, contentType) })
