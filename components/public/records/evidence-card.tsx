import { type Statement, preferredVariant, statementTitle } from '@/lib/records/statements/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { Paraphrase } from '@/components/public/evidence/paraphrase'
import { Quote } from '@/components/public/evidence/quote'
import { DateText } from '@/components/ui/date-text'
import { Highlight } from '@/components/ui/highlight'
import { PlaceName } from '@/components/ui/record-link'
import { Localized } from '@/components/ui/localized-text'
import { SourceLine } from '@/components/ui/source-line'
import { AsPrinted, SpeakerRole } from '@/components/ui/speaker'
import { formatDay } from '@/lib/text/format-date'
import { href, translator } from '@/lib/platform/i18n/translate'
import { PositionList } from './positions'

type Props = { statement: Statement; lang: Lang }

/** Statement in a list: speaker, place, date, quote with fidelity, positions and source. */
export const EvidenceCard = ({ statement, lang }: Props) => {
  const t = translator(lang)
  const [speaker, ...others] = statement.speakers
  const preferred = preferredVariant(statement)
  const quoted = preferred.passages.length > 0
  return (
    <article className="entry">
      <div className="entry-margin">
        <h3 className="entry-title">
          <a href={href(lang, statement.path)}>
            <Highlight text={statementTitle(statement, lang)} />
          </a>
        </h3>
        {others.length === 0 && speaker!.official && (
          <p>
            <SpeakerRole speaker={speaker!} lang={lang} />
          </p>
        )}
        <p>
          <Places statement={statement} lang={lang} />
        </p>
        <p className="text-quiet">
          <DateText date={statement.date} lang={lang} start />
        </p>
        {others.length === 0 && <AsPrinted speaker={speaker!} lang={lang} />}
      </div>
      <div className="entry-body">
        {quoted && <Quote passages={preferred.passages} citation={preferred.citation} lang={lang} />}
        {quoted ? (
          <p className="max-w-[66ch]">
            <Localized text={statement.summary} lang={lang} />
          </p>
        ) : (
          <Paraphrase citation={preferred.citation} lang={lang}>
            <Localized text={statement.summary} lang={lang} />
          </Paraphrase>
        )}
        <PositionList positions={statement.positions} lang={lang} />
        <SourceLine source={preferred.citation.source} lang={lang} />
        <p className="quiet">
          <a href={href(lang, statement.path)}>{t('statement.entry')}</a>
          {` · ${t('record.updated')}: ${formatDay(statement.updatedAt, lang)}`}
        </p>
      </div>
    </article>
  )
}

const MAX_PLACES = 3

const Places = ({ statement, lang }: Props) => {
  const shown = statement.places.slice(0, MAX_PLACES)
  const rest = statement.places.length - shown.length
  return (
    <>
      {shown.map((place, at) => (
        <span key={place.id}>
          {at > 0 && '; '}
          <PlaceName to={place} lang={lang} />
        </span>
      ))}
      {rest > 0 && ` ${translator(lang)('speaker.more', { count: rest })}`}
    </>
  )
}
