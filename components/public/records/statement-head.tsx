import { type Statement, statementTitle } from '@/lib/records/statements/schema'
import { CHANNEL, STATEMENT_KIND } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PlaceName, RecordLink } from '@/components/ui/record-link'
import { AsPrinted, SpeakerInFull, SpeakerRole } from '@/components/ui/speaker'
import { translator } from '@/lib/platform/i18n/translate'

/** "Remark · Interview" */
export const kindLabel = (statement: Statement, lang: Lang): string =>
  `${STATEMENT_KIND[statement.kind][lang]} · ${
    statement.channel === 'not_reported'
      ? translator(lang)('statement.channelNotReported')
      : CHANNEL[statement.channel][lang]
  }`

/** Heading of a statement: one linked speaker, two names, or the number of signatories. */
export const statementHeading = ({ speakers }: Statement, lang: Lang) => {
  const only = speakers.length === 1 && (speakers[0]!.official ?? speakers[0]!.organization)
  if (only) return <RecordLink to={only} lang={lang} />
  return statementTitle({ speakers: speakers }, lang)
}

/** Role on that day, place, and the name as the source printed it. */
export const SpokenBy = ({ statement, lang }: { statement: Statement; lang: Lang }) => {
  const { speakers, places } = statement
  if (speakers.length > 1) return speakers.map((one, at) => <SpeakerInFull key={at} speaker={one} lang={lang} />)
  const speaker = speakers[0]!
  return (
    <div>
      <p>
        {speaker.official && <SpeakerRole speaker={speaker} lang={lang} />}
        {speaker.official && ' · '}
        <PlaceName to={places[0]!} lang={lang} />
      </p>
      <AsPrinted speaker={speaker} lang={lang} />
    </div>
  )
}
