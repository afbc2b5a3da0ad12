import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import { JURISDICTION_KIND } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { RecordLink } from '@/components/ui/record-link'
import { format, translator } from '@/lib/platform/i18n/translate'

export const PlaceTable = ({ places, lang }: { places: readonly Jurisdiction[]; lang: Lang }) => {
  const t = translator(lang)
  const heads = { kind: t('list.kind'), population: t('list.population') }
  return (
    <table className="table table-stacks">
      <thead>
        <tr>
          <th scope="col">{t('list.place')}</th>
          <th scope="col">{heads.kind}</th>
          <th scope="col" className="number">
            {heads.population}
          </th>
        </tr>
      </thead>
      <tbody>
        {places.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <RecordLink to={{ ...one, name: one.fullName }} lang={lang} />
            </th>
            <td data-column={heads.kind}>{JURISDICTION_KIND[one.kind][lang]}</td>
            <td data-column={heads.population} className="number">
              {one.population !== null && format(lang).number(one.population)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
