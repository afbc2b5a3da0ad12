import type { Jurisdiction } from '@/lib/domain/jurisdictions/definition'
import type { Lang } from '@/lib/platform/collections/language'
import { RecordLink } from '../marks/record-link'
import { Section } from '../frame/section'
import { words } from '../words'
import { SearchForm } from './search-form'

/** Before the list of all places: the search, then the states. */
export const PlacesBefore = ({ states, lang }: { states: readonly Jurisdiction[]; lang: Lang }) => {
  const t = words(lang)
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
