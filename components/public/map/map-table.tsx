import type { MapPlace, StanceMap } from '@/lib/features/map/stance-map'
import type { Stance } from '@/lib/records/stances/schema'
import { BASIS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/components/ui/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { StanceMark } from '@/components/ui/stance-mark'
import { href, translator } from '@/lib/platform/i18n/translate'
import { LISTED, largest } from './largest'

type Props = { map: StanceMap; lang: Lang; usps?: string | undefined }

/** The content of the map as rows: coded stances, then which places have entries that are not coded on the topic. */
export const MapTable = ({ map, lang, usps }: Props) => {
  const t = translator(lang)
  const ofPlaces = map.places.filter((one) => one.stances.length > 0)
  const coded = [...map.states.filter((one) => one.stances.length > 0), ...largest(ofPlaces, LISTED)]
  const within = usps ? `state=${usps}&` : ''
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
      {ofPlaces.length > LISTED && (
        <p>
          {t('map.largest', { count: LISTED })}{' '}
          <a href={href(lang, `/stances?${within}topic=${map.topic}`)}>{t('map.allStances')}</a>
        </p>
      )}
      {open.length > 0 && (
        <Places says={t('map.open', { count: open.length })} places={open} within={within} lang={lang} />
      )}
      {off.length > 0 && (
        <Places says={t('map.offMap', { count: off.length })} places={off} within={within} lang={lang} />
      )}
      <p className="quiet">{t('map.rest')}</p>
    </div>
  )
}

type PlacesProps = { says: string; places: readonly MapPlace[]; within: string; lang: Lang }

const Places = ({ says, places, within, lang }: PlacesProps) => (
  <div className="quiet">
    <p>{says}</p>
    <ul className="inline-list">
      {largest(places, LISTED).map(({ place }) => (
        <li key={place.id}>
          <RecordLink to={{ ...place, name: place.fullName }} lang={lang} />
        </li>
      ))}
    </ul>
    {places.length > LISTED && (
      <p>
        {translator(lang)('map.largest', { count: LISTED })}{' '}
        <a href={href(lang, `/jurisdictions?${within}entries=yes`)}>{translator(lang)('map.allPlaces')}</a>
      </p>
    )}
  </div>
)

const Row = ({ stance, lang }: { stance: Stance; lang: Lang }) => {
  const t = translator(lang)
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
      <td data-column={t('stance.asOf')}>{dateSentence(formatInexactDate(stance.from, lang))}</td>
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
