import type { Speaker } from '@/lib/records/statements/schema'
import { PARTY } from '@/lib/vocabularies/bodies'
import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import { RecordLink } from './record-link'
import { Localized } from './localized-text'

type Props = { speaker: Speaker; lang: Lang }

/** Role on the day, the body, and the party. */
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

/** "district 8"; named districts keep their names. */
export const districtWords = (district: string, lang: Lang): string =>
  /^\d+$/.test(district) ? translator(lang)('speaker.district', { number: district }) : district

/** Name or title as the source printed it, where it is wrong. */
export const AsPrinted = ({ speaker, lang }: Props) =>
  speaker.asPrinted && <p className="quiet">{translator(lang).rich('speaker.printed', { name: speaker.asPrinted })}</p>

/** Full speaker line with links: name, role, body and place. */
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
