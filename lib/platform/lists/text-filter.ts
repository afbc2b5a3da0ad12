import { z } from 'zod'
import { type Sql, sql } from '@/lib/platform/database/sql'
import type { Filter, Issue } from './filter'
import type { LocalizedText } from '@/lib/platform/i18n/locale'

const LONGEST = 200
const MOST_WORDS = 16

const TOO_LONG: LocalizedText = {
  en: `Only the first ${LONGEST} characters are searched for.`,
  es: `Solo se buscan los primeros ${LONGEST} caracteres.`,
}
const NO_WORDS: LocalizedText = { en: 'There is no word to search for.', es: 'No hay ninguna palabra que buscar.' }

type Term = { words: string; quoted: boolean; not: boolean; begins: boolean }

/** What is searched for: alternatives, each of terms that must all be there. A last word may still be being typed. */
export const termsOf = (text: string): Term[][] => {
  const found = [...text.matchAll(/(-?)(?:"([^"]*)"|"?([^\s"]+))/gu)].slice(0, MOST_WORDS)
  const alternatives: Term[][] = [[]]
  found.forEach(([, minus, phrase, word], at) => {
    const words = phrase ?? word ?? ''
    if (phrase === undefined && /^(or|o|u)$/i.test(words) && alternatives.at(-1)!.length && at < found.length - 1)
      return alternatives.push([])
    if (!/[\p{L}\p{N}]/u.test(words)) return undefined
    const begins = phrase === undefined && at === found.length - 1 && !minus && /^[\p{L}\p{N}]+$/u.test(words)
    return alternatives.at(-1)!.push({ words, quoted: phrase !== undefined, not: minus === '-', begins })
  })
  return alternatives.filter((terms) => terms.some((term) => !term.not))
}

/** A term as records are found by it, and as they are compared by it: the same ones, of which an index finds the first sooner. */
const found = ({ words, quoted, begins }: Term): Sql => sql`words_found(${words}, ${quoted}, ${begins})`
const compared = ({ words, quoted, begins }: Term): Sql => sql`words_query(${words}, ${quoted}, ${begins})`

/** A text as a query in PostgreSQL's full text search; null when there is nothing to search for. */
const textQuery = (text: string, termQuery: (term: Term) => Sql): Sql | null => {
  const alternatives = termsOf(text).map((terms) =>
    terms
      .map((term) => (term.not ? sql`(!! ${termQuery(term)})` : termQuery(term)))
      .reduce((left, right) => sql`(${left} && ${right})`),
  )
  return alternatives.length ? alternatives.reduce((left, right) => sql`(${left} || ${right})`) : null
}

type Spec = {
  name: string
  label: LocalizedText
  about: LocalizedText
  phrase: LocalizedText
  /** The record type whose names forgive a typing error. */
  names?: string
}

/** Words anywhere in a record: "quoted phrases", without accents, in English and Spanish, the last word as it begins. */
export const textFilter = ({ name, label, about, phrase, names }: Spec): Filter<string> => ({
  label,
  parameters: [{ name, about, schema: z.string().max(LONGEST), many: false }],
  control: { kind: 'text', name },
  read: (given) => {
    const whole = given(name)
      .join(' ')
      .replace(/\p{Cc}|\p{Cs}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const text = whole
      .slice(0, LONGEST)
      .replace(/\p{Cs}$/u, '')
      .trim()
    const issue = (message: LocalizedText): Issue[] => [{ param: name, value: text.slice(0, 40), message }]
    if (!text) return { value: undefined, issues: whole ? issue(NO_WORDS) : [] }
    if (!termsOf(text).length) return { value: undefined, issues: issue(NO_WORDS) }
    return { value: text, issues: whole.length > LONGEST ? issue(TOO_LONG) : [] }
  },
  write: (text) => [[name, text]],
  where: (text) => {
    const query = textQuery(text, found)
    const worded = query ? sql`search @@ ${query}` : sql`false`
    return names ? sql`(${worded} OR ${named(names, text)})` : worded
  },
  resolvedBySql: true,
  rank: (text) => rankOf(text, names),
  describe: (text, lang) => phrase[lang].replace('{}', () => text.replaceAll('"', '')),
  chips: (text, lang) => [{ label: `${label[lang]}: ${text}`, without: undefined }],
  codes: () => [],
})

/** Records whose own name is like the text, in spite of an error in typing it. */
const named = (type: string, text: string): Sql => sql`id IN (
  SELECT record_id FROM name WHERE type = ${type} AND folded % fold(${text}) AND similarity(folded, fold(${text})) > 0.5)`

/** The very name first, then a name that begins so, then by how often and how close together the words stand. */
const rankOf = (text: string, type: string | undefined): Sql => {
  const words = sql`round(1000000000 * ts_rank_cd(search, ${textQuery(text, compared) ?? sql`''::tsquery`}, 32))::bigint`
  if (!type) return words
  const folded = sql`fold(${text})`
  return sql`(${words} + coalesce((
    SELECT max(CASE WHEN folded = ${folded} THEN 40000000000 WHEN starts_with(folded, ${folded}) THEN 20000000000 ELSE 0 END
      + round(1000000000 * similarity(folded, ${folded}))::bigint)
    FROM (SELECT record_id, folded FROM name WHERE type = ${type}) own WHERE record_id = id), 0))`
}
