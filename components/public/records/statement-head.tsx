import type { Statement } from '@/lib/records/statements/schema'
import { CHANNEL, STATEMENT_KIND } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import { PlaceName, RecordLink } from '@/components/ui/record-link'
import { AsPrinted, SpeakerInFull, SpeakerRole, speakersName } from '@/components/ui/speaker'
import { translator } from '@/lib/platform/i18n/translate'

/** "Remark · Interview" */
export const kindLabel = (statement: Statement, lang: Lang): string =>
  `${STATEMENT_KIND[statement.kind][lang]} · ${
    statement.channel === 'not_reported'
      ? translator(lang)('statement.channelNotReported')
      : CHANNEL[statement.channel][lang]
  }`

/** The name that heads the page: one speaker's, with the way to all that they said, two, or how many signed. */
export const statementHeading = ({ speakers }: Statement, lang: Lang) => {
  const alone = speakers.length === 1 && (speakers[0]!.official ?? speakers[0]!.organization)
  if (alone) return <RecordLink to={alone} lang={lang} />
  return speakersName(speakers, lang)
}

/** Under the name: the role that day, the place, and what the source printed instead. */
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
