import type { Stance } from '@/lib/records/stances/schema'
import { BOUND, CODING } from '@/lib/vocabularies/stances'
import { EVIDENCE_GRADE } from '@/lib/vocabularies/fidelity'
import type { Lang } from '@/lib/platform/i18n/locale'
import { formatList, lowercaseFirst } from '@/lib/platform/i18n/phrases'
import { href, translator } from '@/lib/platform/i18n/translate'
import { Localized } from '@/components/ui/localized-text'

type Props = { stance: Stance; lang: Lang }

/** Says beside a code that no editor has confirmed it. Nothing for codes of editors. */
export const CodingMark = ({ stance, lang }: Props) =>
  stance.coding === 'two_passes' && (
    <a className="coding-mark" href={href(lang, '/about/methodology#coding')} title={CODING.two_passes[lang]}>
      {translator(lang)('stance.unconfirmed')}
    </a>
  )

/** The bodies that a code is about: "Binds local police, and sheriffs and jails". Nothing if it is only about its own. */
export const BoundText = ({ stance, lang }: Props) =>
  stance.bound.length > 0 && (
    <p className="quiet">
      {translator(lang)('stance.binds', {
        bodies: formatList(
          stance.bound.map((one) => BOUND[one][lang].toLowerCase()),
          'all',
          lang,
        ),
      })}
    </p>
  )

/** The caveats beside a code: whom it binds, cases, the note, a dispute, its evidence, how it was coded. */
export const StanceCaveats = ({ stance, lang }: Props) => (
  <div className="stance-caveats">
    <BoundText stance={stance} lang={lang} />
    {stance.cases && (
      <p className="quiet">
        <Localized text={stance.cases} lang={lang} />
      </p>
    )}
    {stance.note && (
      <p className="quiet">
        <Localized text={stance.note} lang={lang} />
      </p>
    )}
    {stance.disputed && <p className="small-label">{translator(lang)('stance.disputed')}</p>}
    <p className="quiet">
      {translator(lang)('stance.evidenceGrade', { grade: lowercaseFirst(EVIDENCE_GRADE[stance.evidence][lang]) })}
      {stance.coding === 'two_passes' && ' · '}
      <CodingMark stance={stance} lang={lang} />
    </p>
  </div>
)
