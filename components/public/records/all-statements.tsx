import { MAX_SHOWN } from '@/lib/records/statements/page-limit'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  /** Number of statements on this page. */
  shown: number
  /** Query of the full list: "official=7q0wf8vp7e". */
  query: string
  lang: Lang
}

/** Link to the full list, where a page shows only the latest statements. */
export const AllStatements = ({ shown, query, lang }: Props) =>
  shown < MAX_SHOWN ? null : (
    <p className="mt-4">
      {translator(lang)('list.latestOnly', { count: MAX_SHOWN })}{' '}
      <a className="font-semibold" href={href(lang, `/statements?${query}`)}>
        {translator(lang)('list.allStatements')}
      </a>
    </p>
  )
