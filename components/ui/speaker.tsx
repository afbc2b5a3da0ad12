import type { Speaker } from '@/lib/records/statements/schema'
import { PARTY } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { RecordLink } from './record-link'
import { Localized } from './localized-text'

type Props = { speaker: Speaker; lang: Lang }

/** Who speaks: the person's name, or the body's where no person is named. */
export const speakerName = (speaker: Speaker): string => speaker.official?.name ?? speaker.organization?.name ?? ''

/** Who speaks, as a heading: one name, two, or how many signed; nobody is first among equals. */
export const speakersName = (speakers: readonly Speaker[], lang: Lang): string => {
  const t = translator(lang)
  if (speakers.length > 2) return t('statement.jointOf', { count: speakers.length })
  const [first, second] = speakers.map(speakerName)
  return second ? t('speaker.and', { first: first!, second }) : first!
}

/** The role held on the day, the body it belongs to, and the party in words. */
export const SpeakerRole = ({ speaker, lang, links = true }: Props & { links?: boolean }) => {
  const t = translator(lang)
  const { role, organization, official } = speaker
  const body = official ? (role?.organization ?? organization) : null
  if (official && !role && !body) return <span>{t('speaker.noRole')}</span>
  return (
    <>
      {role && <Localized text={role.title} lang={lang} />}
      {role && body && ', '}
      {body && (links ? <RecordLink to={body} lang={lang} /> : body.name)}
      {role?.district && `, ${districtWords(role.district, lang)}`}
      {role?.party && ` (${PARTY[role.party][lang]})`}
    </>
  )
}

/** "district 8"; a district that has a name of its own is said by it. */
export const districtWords = (district: string, lang: Lang): string =>
  /^\d+$/.test(district) ? translator(lang)('speaker.district', { number: district }) : district

/** What the source printed instead of the true name or title. */
export const AsPrinted = ({ speaker, lang }: Props) =>
  speaker.asPrinted && <p className="quiet">{translator(lang).rich('speaker.printed', { name: speaker.asPrinted })}</p>

/** The speaker in full, with links: name, role that day, body, place. */
export const SpeakerInFull = ({ speaker, lang }: Props) => {
  const self = speaker.official ?? speaker.organization
  return (
    <div>
      <p>
        {self && <RecordLink to={self} lang={lang} />}
        {speaker.official && ', '}
        {speaker.official && <SpeakerRole speaker={speaker} lang={lang} />}
        {speaker.role && (
          <>
            {' · '}
            <RecordLink to={speaker.role.jurisdiction} lang={lang} />
          </>
        )}
      </p>
      <AsPrinted speaker={speaker} lang={lang} />
    </div>
  )
}
