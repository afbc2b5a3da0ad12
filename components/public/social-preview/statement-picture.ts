import { truncateQuote, truncateAtSentence } from '@/lib/features/social-preview/truncate'
import { type Speaker, type Statement, preferredVariant, statementTitle } from '@/lib/records/statements/schema'
import { type Lang, localize } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { translator } from '@/lib/platform/i18n/translate'
import type { Picture } from './picture'

/** Longest text that stays readable in a message list. */
const MAX_TEXT_LENGTH = 340

/** Shows the quote, or the summary labeled as a paraphrase if there is no quote. */
export function statementPicture(statement: Statement, lang: Lang): Picture {
  const { passages, citation } = preferredVariant(statement)
  const t = translator(lang)
  const source = t(`fidelity.${citation.fidelity}`, { outlet: citation.source.outlet })
  const main: Picture['main'] = passages.length
    ? { as: 'quote', ...truncateQuote(passages, MAX_TEXT_LENGTH), source }
    : {
        as: 'paraphrase',
        label: t('evidence.paraphrase'),
        text: truncateAtSentence(localize(statement.summary, lang).text, MAX_TEXT_LENGTH),
        source,
      }
  return { type: t('recordType.statements'), main, foot: footOf(statement, lang) }
}

/** Speakers, a single speaker's role, up to two places, and the date. */
function footOf({ speakers, places, date }: Statement, lang: Lang): Picture['foot'] {
  const [only] = speakers
  const role = speakers.length === 1 && only ? roleOf(only, lang) : ''
  const where = places.length > 2 ? '' : places.map((place) => place.name).join('; ')
  return {
    name: truncateAtSentence(statementTitle({ speakers }, lang), 60),
    date: dateSentence(formatInexactDate(date, lang)),
    more: truncateAtSentence([role, where].filter(Boolean).join(' · '), 85),
  }
}

/** Title on that day, and the body. */
function roleOf({ official, organization, role }: Speaker, lang: Lang): string {
  if (!official) return ''
  const body = role?.organization ?? organization
  return [role && localize(role.title, lang).text, body?.name].filter(Boolean).join(', ')
}
