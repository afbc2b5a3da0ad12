import type { MapPlace, StanceMap } from '@/lib/domain/map/stance-map'
import type { Stance } from '@/lib/domain/stances/definition'
import { BASIS } from '@/lib/domain/taxonomy/instruments'
import type { Lang } from '@/lib/platform/collections/language'
import { dateWords, sentence } from '../marks/date-words'
import { RecordLink } from '../marks/record-link'
import { StanceMark } from '../marks/stance-mark'
import { href, words } from '../words'

type Props = { map: StanceMap; lang: Lang }

/** The content of the map as rows: every coded stance, then which places have entries that are not coded on the topic. */
export const MapTable = ({ map, lang }: Props) => {
  const t = words(lang)
  const coded = [...map.states, ...map.places].filter((one) => one.stances.length > 0)
  const open = [...map.states.filter((one) => one.researched), ...map.places].filter((one) => !one.stances.length)
  const off = map.places.filter(({ place }) => place.lat === null || place.lon === null)
  const heads = [t('list.place'), t('stance.body'), t('stance.stance'), t('stance.asOf'), t('stance.restsOn')]
  return (
    <div className="space-y-3">
      {coded.length === 0 && <p>{t('map.noneCoded')}</p>}
      {coded.length > 0 && (
        <table className="table table-stacks stances">
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coded.flatMap(({ stances }) => stances.map((one) => <Row key={one.id} stance={one} lang={lang} />))}
          </tbody>
        </table>
      )}
      {open.length > 0 && <Places says={t('map.open', { count: open.length })} places={open} lang={lang} />}
      {off.length > 0 && <Places says={t('map.offMap', { count: off.length })} places={off} lang={lang} />}
      <p className="quiet">{t('map.rest')}</p>
    </div>
  )
}

const Places = ({ says, places, lang }: { says: string; places: readonly MapPlace[]; lang: Lang }) => (
  <div className="quiet">
    <p>{says}</p>
    <ul className="inline-list">
      {places.map(({ place }) => (
        <li key={place.id}>
          <RecordLink to={{ ...place, name: place.fullName }} lang={lang} />
        </li>
      ))}
    </ul>
  </div>
)

const Row = ({ stance, lang }: { stance: Stance; lang: Lang }) => {
  const t = words(lang)
  const { jurisdiction, organization, statements, policies } = stance
  return (
    <tr>
      <th scope="row">
        <RecordLink to={jurisdiction} lang={lang} />
      </th>
      <td data-column={t('stance.body')}>
        {organization ? <RecordLink to={organization} lang={lang} /> : t('map.government')}
      </td>
      <td data-column={t('stance.stance')}>
        <a className="plain-link" href={href(lang, stance.path)}>
          <StanceMark value={stance.value} lang={lang} />
        </a>
      </td>
      <td data-column={t('stance.asOf')}>{sentence(dateWords(stance.from, lang))}</td>
      <td data-column={t('stance.restsOn')}>
        {BASIS[stance.basis][lang]}
        {[...policies, ...statements].map((one) => (
          <span key={one.id}>
            {': '}
            <RecordLink to={one} lang={lang} title={policies.includes(one)} />
          </span>
        ))}
      </td>
    </tr>
  )
}
