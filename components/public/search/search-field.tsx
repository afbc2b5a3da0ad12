import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { SuggestionLabel } from './suggestion-label'

type Props = { id?: string; label?: string; placeholder?: string; q?: string; lang: Lang }

/** The field of every search form. It is a plain field; its program (`enableSuggestions`) offers names while one types. */
export const SearchField = ({ id, label, placeholder, q, lang }: Props) => {
  const t = translator(lang)
  const offer: SuggestionLabel = {
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
    <div className="combobox" data-offer={JSON.stringify(offer)}>
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
