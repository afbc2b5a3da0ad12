import { MAX_SHOWN } from '@/lib/records/statements/page-limit'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  /** How many stand on this page. */
  shown: number
  /** "official=7q0wf8vp7e" */
  query: string
  lang: Lang
}

/** The way to the list of all statements, where a page has room for the latest only. */
export const AllStatements = ({ shown, query, lang }: Props) =>
  shown < MAX_SHOWN ? null : (
    <p className="mt-4">
      {translator(lang)('list.latestOnly', { count: MAX_SHOWN })}{' '}
      <a className="font-semibold" href={href(lang, `/statements?${query}`)}>
        {translator(lang)('list.allStatements')}
      </a>
    </p>
  )
