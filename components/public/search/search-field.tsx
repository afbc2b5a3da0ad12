import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { SuggestionLabel } from './suggestion-label'

type Props = { id?: string; label?: string; placeholder?: string; q?: string; lang: Lang }

/** Search input. `enableSuggestions` turns it into a combobox with name suggestions. */
export const SearchField = ({ id, label, placeholder, q, lang }: Props) => {
  const t = translator(lang)
  const labels: SuggestionLabel = {
    prefix: lang === 'en' ? '' : `/${lang}`,
    place: t('recordType.jurisdictions'),
    official: t('recordType.officials'),
    organization: t('recordType.organizations'),
    offered: t('suggest.offered'),
    one: t('suggest.one'),
    many: t('suggest.many'),
    none: t('suggest.none'),
  }
  return (
    <div className="combobox" data-suggestions={JSON.stringify(labels)}>
      <input
        id={id}
        className="input"
        type="search"
        name="q"
        defaultValue={q}
        placeholder={placeholder}
        aria-label={label}
        autoComplete="off"
      />
    </div>
  )
}
