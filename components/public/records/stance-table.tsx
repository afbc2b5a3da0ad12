import type { Stance } from '@/lib/records/stances/schema'
import { TOPIC, topicsOf } from '@/lib/vocabularies/topics'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { StanceRow } from './stance-row'

type Props = {
  stances: readonly Stance[]
  lang: Lang
  caption?: string
  /** Shows the body in each row, for tables of several bodies. */
  bodies?: boolean
  /** Lists uncoded topics, for tables of one body. */
  complete?: boolean
}

/** Stances in the site's topic order: mark, date and basis. */
export const StanceTable = ({ stances, lang, caption, bodies, complete }: Props) => {
  const t = translator(lang)
  const isEarlier = (one: Stance) => one.supersededBy !== null || one.until !== null
  const current = byTopic(stances.filter((one) => !isEarlier(one)))
  const earlier = stances.filter(isEarlier)
  const heads = [t('stance.topic'), ...(bodies ? [t('stance.body')] : []), t('stance.stance'), t('stance.asOf')]
  return (
    <div>
      <table className="table table-stacks stances">
        {caption && <caption className="sr-only">{caption}</caption>}
        <thead>
          <tr>
            {[...heads, t('stance.restsOn')].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(bodies ? stances : current).map((one) => (
            <StanceRow key={one.id} stance={one} lang={lang} bodies={bodies} />
          ))}
        </tbody>
      </table>
      {complete && <Uncoded stances={current} lang={lang} />}
      {!bodies && earlier.length > 0 && <Earlier stances={earlier} lang={lang} />}
    </div>
  )
}

const ORDER = topicsOf('cooperation', 'services')
const byTopic = (stances: readonly Stance[]): Stance[] =>
  [...stances].sort((a, b) => ORDER.indexOf(a.topic) - ORDER.indexOf(b.topic))

const Uncoded = ({ stances, lang }: { stances: readonly Stance[]; lang: Lang }) => {
  const t = translator(lang)
  const open = ORDER.filter((topic) => stances.every((one) => one.topic !== topic))
  if (!open.length) return null
  return (
    <details className="opens mt-3">
      <summary className="quiet">{t('stance.notCodedCount', { count: open.length })}</summary>
      <p>
        {open.map((topic) => TOPIC[topic][lang]).join('; ')}. {t('stance.notCodedAbout')}
      </p>
    </details>
  )
}

const Earlier = ({ stances, lang }: { stances: readonly Stance[]; lang: Lang }) => (
  <details className="mt-4">
    <summary className="small-label">{translator(lang)('stance.earlier')}</summary>
    <table className="table table-stacks mt-2">
      <tbody>
        {stances.map((one) => (
          <StanceRow key={one.id} stance={one} lang={lang} />
        ))}
      </tbody>
    </table>
  </details>
)
