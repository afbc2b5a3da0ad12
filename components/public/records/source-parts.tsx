import type { Source } from '@/lib/records/sources/schema'
import { LEAD_KIND, LINEAGE } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Section } from '@/components/public/layout/section'
import { formatDay } from '@/lib/text/format-date'
import { RecordLink } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { HiddenCharacters, SourceWords } from '@/components/ui/source-words'
import { translator } from '@/lib/platform/i18n/translate'

/** The sources that a document rewrites or reprints. Such a document does not corroborate independently. */
export const SourceLineage = ({ lineage, lang }: { lineage: Source['lineage']; lang: Lang }) =>
  lineage.map(({ kind, source, note }) => (
    <p key={source.id} className="mt-2 max-w-[66ch]">
      <strong>{LINEAGE[kind][lang]}</strong> <RecordLink to={source} lang={lang} title />
      {`. ${translator(lang)('evidence.corroborates')} `}
      {note && <Localized text={note} lang={lang} />}
    </p>
  ))

/** Passages to research; leads are not entries. */
export const Leads = ({ leads, lang }: { leads: Source['leads']; lang: Lang }) => {
  const t = translator(lang)
  if (!leads.length) return null
  return (
    <Section title={t('source.leads')} about={t('source.leadsAbout')}>
      <ul className="space-y-5">
        {leads.map((lead, at) => (
          <li key={at} className="max-w-[66ch]">
            <p className="small-label">{LEAD_KIND[lead.kind][lang]}</p>
            <p lang="en" className="cited-text">
              <SourceWords text={lead.exact} />
            </p>
            <HiddenCharacters texts={[lead.exact]} lang={lang} />
            <p className="quiet">
              <Localized text={lead.note} lang={lang} />
            </p>
            {lead.places.length > 0 && (
              <p className="quiet">
                {t('source.places')}:{' '}
                {lead.places.map((place, index) => (
                  <span key={place.id}>
                    {index > 0 && '; '}
                    <RecordLink to={place} lang={lang} />
                  </span>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** The hash identifies the captured text; the text itself is not published. */
export const Captures = ({ captures, lang }: { captures: Source['captures']; lang: Lang }) => {
  const t = translator(lang)
  if (!captures.length) return null
  return (
    <Section title={t('source.captures')}>
      <ul className="quiet space-y-2">
        {captures.map(({ sha256, capturedOn, note }) => (
          <li key={sha256}>
            <span className="break-all">
              {capturedOn
                ? t('source.captured', { date: formatDay(capturedOn, lang), hash: sha256 })
                : t('source.capturedUndated', { hash: sha256 })}
            </span>
            {note && (
              <p>
                <Localized text={note} lang={lang} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
