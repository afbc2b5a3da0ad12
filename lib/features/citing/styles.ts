import { AUTHOR, type Style, day, endWithPeriod } from './citable'

/** APA, 7th edition. */
export const apa: Style = ({ kind, title, address, published, version, accessed }, lang) => {
  const dated = day(published, lang, 'year first', 'long')
  const retrieved = day(accessed, lang, 'month first', 'long')
  const form = kind === 'dataset' ? (lang === 'en' ? ' [Data set]' : ' [Conjunto de datos]') : ''
  const numbered = version ? ` (${lang === 'en' ? 'Version' : 'Versión'} ${version})` : ''
  const from = lang === 'en' ? `Retrieved ${retrieved}, from ` : `Recuperado el ${retrieved}, de `
  return `${AUTHOR}. (${dated}). *${title}*${numbered}${form}. ${from}${address}`
}

/** MLA, 9th edition. */
export const mla: Style = ({ kind, title, address, published, version, accessed }, lang) => {
  const dated = day(published, lang, 'day first', 'short')
  const seen = day(accessed, lang, 'day first', 'short')
  const numbered = version ? `, ${lang === 'en' ? 'version' : 'versión'} ${version}` : ''
  const named = kind === 'dataset' ? `*${title}*. ${AUTHOR}` : `“${endWithPeriod(title)}” *${AUTHOR}*`
  return `${named}${numbered}, ${dated}, ${address}. ${lang === 'en' ? 'Accessed' : 'Consultado el'} ${endWithPeriod(seen)}`
}

/** Chicago, 18th edition, bibliography. */
export const chicago: Style = ({ title, address, published, version, accessed }, lang) => {
  const dated = day(published, lang, 'month first', 'long')
  const seen = day(accessed, lang, 'month first', 'long')
  const en = lang === 'en'
  const numbered = version
    ? en
      ? `Version ${version}, published ${dated}.`
      : `Versión ${version}, publicada el ${dated}.`
    : en
      ? `Published ${dated}.`
      : `Publicado el ${dated}.`
  return `${AUTHOR}. “${endWithPeriod(title)}” ${numbered} ${en ? 'Accessed' : 'Consultado el'} ${seen}. ${address}.`
}
