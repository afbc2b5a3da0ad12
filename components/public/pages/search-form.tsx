import type { Lang } from '@/lib/platform/i18n/locale'
import { SearchField } from '@/components/public/search/search-field'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { lang: Lang; label: string; q?: string }

/** Search form of a page. A plain GET form. */
export const SearchForm = ({ lang, label, q }: Props) => (
  <form action={href(lang, '/search')} role="search">
    <label htmlFor="q">{label}</label>
    <div className="search-line">
      <SearchField id="q" q={q} lang={lang} />
      <button className="button" type="submit">
        {translator(lang)('site.search')}
      </button>
    </div>
  </form>
)
