import { translator } from '@/lib/platform/i18n/translate'
import { AUTHOR, type Style, day, endWithPeriod } from './citable'

/** APA, 7th edition. */
export const apa: Style = ({ kind, title, address, published, version, accessed }, lang) => {
  const dated = day(published, lang, 'year first', 'long')
  const retrieved = day(accessed, lang, 'month first', 'long')
  const t = translator(lang)
  const form = kind === 'dataset' ? ` ${t('citation.dataset')}` : ''
  const numbered = version ? ` (${t('citation.version', { version })})` : ''
  const from = t('citation.retrieved', { date: retrieved, address })
  return `${AUTHOR}. (${dated}). *${title}*${numbered}${form}. ${from}`
}

/** MLA, 9th edition. */
export const mla: Style = ({ kind, title, address, published, version, accessed }, lang) => {
  const dated = day(published, lang, 'day first', 'short')
  const seen = day(accessed, lang, 'day first', 'short')
  const t = translator(lang)
  const numbered = version ? `, ${t('citation.versionInline', { version })}` : ''
  const named = kind === 'dataset' ? `*${title}*. ${AUTHOR}` : `“${endWithPeriod(title)}” *${AUTHOR}*`
  return `${named}${numbered}, ${dated}, ${address}. ${endWithPeriod(t('citation.accessed', { date: seen }))}`
}

/** Chicago, 18th edition, bibliography. */
export const chicago: Style = ({ title, address, published, version, accessed }, lang) => {
  const dated = day(published, lang, 'month first', 'long')
  const seen = day(accessed, lang, 'month first', 'long')
  const t = translator(lang)
  const numbered = version
    ? t('citation.versionPublished', { version, date: dated })
    : t('citation.published', { date: dated })
  return `${AUTHOR}. “${endWithPeriod(title)}” ${numbered} ${t('citation.accessed', { date: seen })}. ${address}.`
}
