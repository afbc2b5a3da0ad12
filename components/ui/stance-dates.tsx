import type { Stance } from '@/lib/records/stances/schema'
import { FROM_BASIS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { lowercaseFirst } from '@/lib/platform/i18n/phrases'
import { translator } from '@/lib/platform/i18n/translate'
import { formatDay, formatInexactDate } from '@/lib/text/format-date'

type Props = { stance: Stance; lang: Lang }

/** "As of 21 January 2025", or "As read on 30 November 2026" where the source has no day. */
export const asOfText = ({ asOf, asOfBasis }: Pick<Stance, 'asOf' | 'asOfBasis'>, lang: Lang): string =>
  translator(lang)(asOfBasis === 'read_on' ? 'stance.readOn' : 'stance.since', { date: formatInexactDate(asOf, lang) })

/** The dates of a stance, never mixed: the evidence, the time in force, the coding, the last confirmation. */
export const StanceDates = ({ stance, lang }: Props) => {
  const t = translator(lang)
  const { asOf, from, fromBasis, until, codedOn, confirmedOn } = stance
  // A start that is only the first evidence of it says nothing beside “as of”.
  const hasStart = from && !(fromBasis === 'first_seen' && from.edtf === asOf.edtf)
  return (
    <>
      {hasStart && (
        <p className="quiet">
          {t('stance.from', { date: formatInexactDate(from, lang) })}
          {fromBasis && ` (${lowercaseFirst(FROM_BASIS[fromBasis][lang])})`}
        </p>
      )}
      {until && <p className="quiet">{t('stance.until', { date: formatInexactDate(until, lang) })}</p>}
      <p className="quiet">{t('stance.checked', { date: formatDay(codedOn, lang) })}</p>
      {confirmedOn && <p className="quiet">{t('stance.confirmed', { date: formatDay(confirmedOn, lang) })}</p>}
    </>
  )
}
