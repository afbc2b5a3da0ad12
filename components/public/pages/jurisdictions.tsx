import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { RecordLink } from '@/components/ui/record-link'
import { Section } from '@/components/public/layout/section'
import { translator } from '@/lib/platform/i18n/translate'
import { SearchForm } from './search-form'

/** Content before the list of all places: search form and states. */
export const PlacesBefore = ({ states, lang }: { states: readonly Jurisdiction[]; lang: Lang }) => {
  const t = translator(lang)
  return (
    <>
      <div className="home-search mb-8 max-w-[50rem]">
        <SearchForm lang={lang} label={t('home.find')} />
      </div>
      <Section title={t('place.states')}>
        <ul className="columns">
          {states.map((one) => (
            <li key={one.id}>
              <RecordLink to={one} lang={lang} />
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}
