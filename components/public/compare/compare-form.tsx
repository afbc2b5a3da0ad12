import { MAX_PLACES } from '@/lib/features/compare/compare-query'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  places: readonly Jurisdiction[]
  on: string | null
  found: readonly Jurisdiction[]
  q: string
  lang: Lang
}

/** Adds a place by name and sets the date. A GET form; the compared places are hidden fields. */
export const CompareForm = ({ places, on, found, q, lang }: Props) => {
  const t = translator(lang)
  return (
    <form className="compare-form no-print" action={href(lang, '/compare')}>
      {places.map((one) => (
        <input key={one.id} type="hidden" name="place" value={one.path} />
      ))}
      {places.length < MAX_PLACES && (
        <div>
          <label htmlFor="add">{t('compare.add')}</label>
          <input id="add" className="input" name="add" defaultValue={q} autoComplete="off" />
        </div>
      )}
      <div>
        <label htmlFor="on">{t('compare.on')}</label>
        <input id="on" className="input" type="date" name="on" defaultValue={on ?? ''} />
      </div>
      <button className="button" type="submit">
        {t('compare.show')}
      </button>
      {q && found.length === 0 && <p role="status">{t('compare.notFound', { q })}</p>}
      {found.length > 0 && (
        <fieldset>
          <legend>{t('compare.which', { q })}</legend>
          {found.map((one) => (
            <label key={one.id}>
              <input type="radio" name="place" value={one.path} /> {one.fullName}
            </label>
          ))}
        </fieldset>
      )}
    </form>
  )
}
