import { compareAddress } from '@/lib/features/compare/compare-query'
import type { Compared, StanceOnDay } from '@/lib/features/compare/comparison'
import { BASIS, SETTING } from '@/lib/vocabularies/instruments'
import { TOPIC, type TopicSlug, topicsOf } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { lowercaseFirst } from '@/lib/platform/i18n/phrases'
import { dateSentence } from '@/lib/text/format-date'
import { StanceCaveats } from '@/components/ui/stance-caveats'
import { asOfText } from '@/components/ui/stance-dates'
import { StanceMark } from '@/components/ui/stance-mark'
import { href, translator } from '@/lib/platform/i18n/translate'

type Props = { places: readonly Compared[]; on: string | null; lang: Lang }

/** One column per place, one row per topic. Topics without a stance in any place are listed below. */
export const CompareTable = ({ places, on, lang }: Props) => {
  const t = translator(lang)
  const topics = topicsOf('cooperation', 'services')
  const coded = topics.filter((topic) => places.some((one) => stancesOn(one, topic).length > 0))
  const uncodedTopics = topics.filter((topic) => !coded.includes(topic))
  return (
    <>
      <div className="table-scroll">
        <table className="table compare-table">
          <thead>
            <tr>
              <th scope="col">{t('stance.topic')}</th>
              {places.map(({ place }) => (
                <th key={place.id} scope="col">
                  <a className="compare-place" href={href(lang, place.path)}>
                    {place.fullName}
                  </a>
                  <a
                    className="compare-remove no-print"
                    href={href(lang, without(places, place.path, on))}
                    aria-label={`${t('compare.remove')} ${place.fullName}`}
                  >
                    {t('compare.remove')}
                  </a>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {coded.map((topic) => (
              <tr key={topic}>
                <th scope="row">{TOPIC[topic][lang]}</th>
                {places.map((one) => (
                  <td key={one.place.id}>
                    <Cell stances={stancesOn(one, topic)} lang={lang} />
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{t('compare.recorded')}</th>
              {places.map(({ place, said, done }) => (
                <td key={place.id}>
                  {t('count.statements', { count: said })}, {lowercaseFirst(t('count.policies', { count: done }))}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {uncodedTopics.length > 0 && (
        <p className="quiet mt-3">
          {t('compare.rest', { topics: uncodedTopics.map((topic) => TOPIC[topic][lang]).join('; ') })}
        </p>
      )}
    </>
  )
}

const stancesOn = ({ stances }: Compared, topic: TopicSlug): StanceOnDay[] =>
  stances.filter(({ stance }) => stance.topic === topic)

const without = (places: readonly Compared[], path: string, on: string | null): string =>
  compareAddress(
    places.map((one) => one.place.path).filter((one) => one !== path),
    on,
  )

const Cell = ({ stances, lang }: { stances: readonly StanceOnDay[]; lang: Lang }) => {
  const t = translator(lang)
  if (!stances.length) return <StanceMark value="not_reviewed" lang={lang} />
  return (
    <ul className="compare-stances">
      {stances.map(({ stance, standing }) => (
        <li key={stance.id}>
          <a className="plain-link" href={href(lang, stance.path)}>
            <StanceMark value={stance.value} lang={lang} />
          </a>
          <p className="quiet">
            {stance.organization && `${stance.organization.name}. `}
            {stance.setting && `${SETTING[stance.setting][lang]}. `}
            {dateSentence(asOfText(stance, lang))}. {t('stance.restsOn')}: {BASIS[stance.basis][lang].toLowerCase()}.
          </p>
          <StanceCaveats stance={stance} lang={lang} />
          {standing !== 'applied' && (
            <p className="small-label">{t(standing === 'perhaps' ? 'compare.perhaps' : 'compare.undated')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
