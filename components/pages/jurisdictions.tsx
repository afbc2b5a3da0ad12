import type { Jurisdiction } from '@/lib/domain/jurisdictions/definition'
import type { Lang } from '@/lib/platform/collections/language'
import { RecordLink } from '../marks/record-link'
import { PlaceTable } from '../records/place-table'
import { Section } from '../frame/section'
import { words } from '../words'
import { RoomList } from './room-list'
import { SearchForm } from './search-form'

type Props = {
  /** On the first page only. */
  states: readonly Jurisdiction[]
  list: { rows: readonly Jurisdiction[]; total: number; next: string | null }
  after?: string
  lang: Lang
}

/** All places: the search first, then the states, then everything by name. */
export const JurisdictionsPage = ({ states, list, after, lang }: Props) => {
  const t = words(lang)
  return (
    <RoomList room="jurisdictions" total={list.total} next={list.next} after={after} lang={lang}>
      <div className="home-search mb-8 max-w-[50rem]">
        <SearchForm lang={lang} label={t('home.find')} />
      </div>
      {states.length > 0 && (
        <Section title={t('place.states')}>
          <ul className="columns">
            {states.map((one) => (
              <li key={one.id}>
                <RecordLink to={one} lang={lang} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('room.jurisdictions')}>
        <PlaceTable places={list.rows} lang={lang} />
      </Section>
    </RoomList>
  )
}
