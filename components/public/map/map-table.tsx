import type { MapPlace, StanceMap } from '@/lib/features/map/stance-map'
import type { Stance } from '@/lib/records/stances/schema'
import { BASIS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { dateSentence } from '@/lib/text/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { StanceCaveats } from '@/components/ui/stance-caveats'
import { asOfText } from '@/components/ui/stance-dates'
import { StanceMark } from '@/components/ui/stance-mark'
import { href, translator } from '@/lib/platform/i18n/translate'
import { MAX_LISTED, largest } from './largest'

type Props = { map: StanceMap; lang: Lang; usps?: string | undefined }

/** Table alternative of the map: coded stances, then the places whose entries are not coded on the topic. */
export const MapTable = ({ map, lang, usps }: Props) => {
  const t = translator(lang)
  const codedPlaces = map.places.filter((one) => one.stances.length > 0)
  const coded = [...map.states.filter((one) => one.stances.length > 0), ...largest(codedPlaces, MAX_LISTED)]
  const within = usps ? `state=${usps}&` : ''
  const uncoded = [...map.states.filter((one) => one.researched), ...map.places].filter((one) => !one.stances.length)
  const withoutLocation = map.places.filter(({ place }) => place.lat === null || place.lon === null)
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
      {codedPlaces.length > MAX_LISTED && (
        <p>
          {t('map.largest', { count: MAX_LISTED })}{' '}
          <a href={href(lang, `/stances?${within}topic=${map.topic}`)}>{t('map.allStances')}</a>
        </p>
      )}
      {uncoded.length > 0 && (
        <Places summary={t('map.open', { count: uncoded.length })} places={uncoded} within={within} lang={lang} />
      )}
      {withoutLocation.length > 0 && (
        <Places
          summary={t('map.offMap', { count: withoutLocation.length })}
          places={withoutLocation}
          within={within}
          lang={lang}
        />
      )}
      <p className="quiet">{t('map.rest')}</p>
    </div>
  )
}

type PlacesProps = { summary: string; places: readonly MapPlace[]; within: string; lang: Lang }

const Places = ({ summary, places, within, lang }: PlacesProps) => (
  <div className="quiet">
    <p>{summary}</p>
    <ul className="inline-list">
      {largest(places, MAX_LISTED).map(({ place }) => (
        <li key={place.id}>
          <RecordLink to={{ ...place, name: place.fullName }} lang={lang} />
        </li>
      ))}
    </ul>
    {places.length > MAX_LISTED && (
      <p>
        {translator(lang)('map.largest', { count: MAX_LISTED })}{' '}
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
        <StanceCaveats stance={stance} lang={lang} />
      </td>
      <td data-column={t('stance.asOf')}>{dateSentence(asOfText(stance, lang))}</td>
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
