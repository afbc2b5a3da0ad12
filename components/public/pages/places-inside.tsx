import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Pager } from '@/components/public/layout/pager'
import { Section } from '@/components/public/layout/section'
import { RecordLink } from '@/components/ui/record-link'
import { translator } from '@/lib/platform/i18n/translate'

/** Places within a state: those with entries, and a page of all by name. */
export type Inside = {
  withEntries: readonly { place: Jurisdiction; statements: number; policies: number }[]
  all: { rows: readonly Jurisdiction[]; total: number; next: string | null }
  after?: string
}
type Props = { place: Jurisdiction; inside: Inside; lang: Lang }

export const PlacesInside = ({ place, inside, lang }: Props) => {
  const t = translator(lang)
  const { withEntries, all, after } = inside
  return (
    <>
      {withEntries.length > 0 && (
        <Section title={t('place.withEntries')} about={t('place.withEntriesAbout', { state: place.name })}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t('list.place')}</th>
                <th scope="col" className="number">
                  {t('recordType.statements')}
                </th>
                <th scope="col" className="number">
                  {t('recordType.policies')}
                </th>
              </tr>
            </thead>
            <tbody>
              {withEntries.map((one) => (
                <tr key={one.place.id}>
                  <th scope="row">
                    <RecordLink to={one.place} lang={lang} />
                  </th>
                  <td className="number">{one.statements}</td>
                  <td className="number">{one.policies}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
      {all.total > 0 && (
        <Section
          title={t('place.parts', { state: place.name })}
          about={`${t('count.jurisdictions', { count: all.total })}. ${t('place.partsAbout', { place: place.name })}`}
          id="inside"
        >
          <ul className="columns">
            {all.rows.map((one) => (
              <li key={one.id}>
                <RecordLink to={one} lang={lang} />
              </li>
            ))}
          </ul>
          <Pager path={place.path} next={all.next} after={after} fragment="inside" lang={lang} />
        </Section>
      )}
    </>
  )
}
