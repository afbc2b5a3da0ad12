import { SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { RECORD_TYPE_NAMES, RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { format, href, translator } from '@/lib/platform/i18n/translate'

type Props = {
  /** Number of records per type, and of places with entries. */
  counts: Partial<Record<RecordTypeName, number>> & { placesWithEntries: number }
  /** Places by stance, and citations by kind of source. */
  balance: {
    places: number
    limit: number
    inSomeCases: number
    permitted: number
    limitsForbidden: number
    cooperate: number
    citationsByKind: readonly { kind: string; citations: number }[]
  }
  lang: Lang
}

/** Places are counted by their entries, and federal actions are the cause of entries. */
const COUNTED = RECORD_TYPE_NAMES.filter((type) => type !== 'jurisdictions' && type !== 'federal-actions')

/** Contents of the collection, so that readers can see its gaps. */
export const Balance = ({ counts, balance, lang }: Props) => {
  const t = translator(lang)
  const { places, limit, inSomeCases, permitted, limitsForbidden, cooperate, citationsByKind } = balance
  const kinds = citationsByKind.map(({ kind, citations }) => ({
    name: SOURCE_KIND[kind as keyof typeof SOURCE_KIND][lang],
    count: citations,
  }))
  return (
    <div className="space-y-8">
      <ul className="inline-list">
        {COUNTED.map((type) => (
          <li key={type}>
            <a href={href(lang, `/${type}`)}>
              {RECORD_TYPES[type].filters.sentence({}, lang, { count: counts[type] ?? 0 })}
            </a>
          </li>
        ))}
        <li>{t('home.placesWith', { count: counts.placesWithEntries })}</li>
      </ul>
      {places > 0 && (
        <Bars
          caption={`${t('home.coded')}: ${places}. ${t('home.codedNote')}`}
          rows={[
            { name: t('home.codedLimit'), count: limit },
            { name: t('home.codedSome'), count: inSomeCases },
            { name: t('home.codedPermitted'), count: permitted },
            { name: t('home.codedLimitsForbidden'), count: limitsForbidden },
            { name: t('home.codedCooperate'), count: cooperate },
          ]}
          max={places}
          lang={lang}
        />
      )}
      <Bars
        caption={t('home.sourcesHeld')}
        rows={kinds}
        max={Math.max(1, ...kinds.map((one) => one.count))}
        lang={lang}
      />
      <p className="quiet max-w-[66ch]">{t('home.missing')}</p>
    </div>
  )
}

type BarsProps = { caption: string; rows: { name: string; count: number }[]; max: number; lang: Lang }

const Bars = ({ caption, rows, max, lang }: BarsProps) => (
  <table className="table bars">
    <caption>{caption}</caption>
    <tbody>
      {rows.map(({ name, count }) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          <td className="number">{format(lang).number(count)}</td>
          <td className="bar-cell" aria-hidden="true">
            <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none">
              <rect x="0" y="0" height="6" width={(count / max) * 100} />
            </svg>
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
