import { z } from 'zod'
import { type Sql, sql } from '@/lib/platform/database/sql'
import type { Filter, Issue } from './filter'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { localizedText } from '@/lib/platform/i18n/translate'

const MAX_LENGTH = 200
const MAX_WORDS = 16

const TOO_LONG: LocalizedText = localizedText('issue.longText', { max: MAX_LENGTH })
const NO_WORDS: LocalizedText = localizedText('issue.noWords')

type Term = { words: string; isPhrase: boolean; isNegated: boolean; isPrefix: boolean }

/** Parses a search query into alternatives (OR) of terms (AND). An unquoted last word also matches as a prefix. */
export const parseSearchTerms = (text: string): Term[][] => {
  const tokens = [...text.matchAll(/(-?)(?:"([^"]*)"|"?([^\s"]+))/gu)].slice(0, MAX_WORDS)
  const alternatives: Term[][] = [[]]
  tokens.forEach(([, minus, phrase, word], index) => {
    const isLast = index === tokens.length - 1
    const words = phrase ?? word ?? ''
    if (phrase === undefined && /^(or|o|u)$/i.test(words) && alternatives.at(-1)!.length && !isLast)
      return alternatives.push([])
    if (!/[\p{L}\p{N}]/u.test(words)) return undefined
    const isPrefix = phrase === undefined && isLast && !minus && /^[\p{L}\p{N}]+$/u.test(words)
    return alternatives.at(-1)!.push({ words, isPhrase: phrase !== undefined, isNegated: minus === '-', isPrefix })
  })
  return alternatives.filter((terms) => terms.some((term) => !term.isNegated))
}

/** A tsquery that matches a term. A prefix is expanded to indexed words, which the GIN index finds faster. */
const matchQuery = ({ words, isPhrase, isPrefix }: Term): Sql => sql`words_found(${words}, ${isPhrase}, ${isPrefix})`
/** A tsquery that ranks a term. It matches the same records, with the prefix itself. */
const rankQuery = ({ words, isPhrase, isPrefix }: Term): Sql => sql`words_query(${words}, ${isPhrase}, ${isPrefix})`

/** Combines the terms of a search query into one tsquery; null if it contains no word. */
const textQuery = (text: string, termQuery: (term: Term) => Sql): Sql | null => {
  const alternatives = parseSearchTerms(text).map((terms) =>
    terms
      .map((term) => (term.isNegated ? sql`(!! ${termQuery(term)})` : termQuery(term)))
      .reduce((left, right) => sql`(${left} && ${right})`),
  )
  return alternatives.length ? alternatives.reduce((left, right) => sql`(${left} || ${right})`) : null
}

type Spec = {
  name: string
  label: LocalizedText
  about: LocalizedText
  phrase: LocalizedText
  /** The record type whose names are also matched by trigram similarity. */
  names?: string
}

/**
 * A full-text filter: words in any order, "quoted phrases", "or", -negation, without accents, in English and Spanish, the last
 * word also as a prefix.
 */
export const textFilter = ({ name, label, about, phrase, names }: Spec): Filter<string> => ({
  label,
  parameters: [{ name, about, schema: z.string().max(MAX_LENGTH), many: false }],
  control: { kind: 'text', name },
  parse: (valuesOf) => {
    const input = valuesOf(name)
      .join(' ')
      .replace(/\p{Cc}|\p{Cs}/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
    const text = input
      .slice(0, MAX_LENGTH)
      .replace(/\p{Cs}$/u, '')
      .trim()
    const issue = (message: LocalizedText): Issue[] => [{ param: name, value: text.slice(0, 40), message }]
    if (!text) return { value: undefined, issues: input ? issue(NO_WORDS) : [] }
    if (!parseSearchTerms(text).length) return { value: undefined, issues: issue(NO_WORDS) }
    return { value: text, issues: input.length > MAX_LENGTH ? issue(TOO_LONG) : [] }
  },
  serialize: (text) => [[name, text]],
  where: (text) => {
    const query = textQuery(text, matchQuery)
    const matches = query ? sql`search @@ ${query}` : sql`false`
    return names ? sql`(${matches} OR ${hasSimilarName(names, text)})` : matches
  },
  resolvedBySql: true,
  rank: (text) => rankOf(text, names),
  describe: (text, lang) => phrase[lang].replace('{}', () => text.replaceAll('"', '')),
  chips: (text, lang) => [{ label: `${label[lang]}: ${text}`, without: undefined }],
  codes: () => [],
})

/** Matches records with a name similar to the text, in spite of typos. */
const hasSimilarName = (type: string, text: string): Sql => sql`id IN (
  SELECT record_id FROM name WHERE type = ${type} AND folded % fold(${text}) AND similarity(folded, fold(${text})) > 0.5)`

/** Ranks an exact name first, then a name with this prefix, then by name similarity and `ts_rank_cd`. */
const rankOf = (text: string, type: string | undefined): Sql => {
  const textRank = sql`round(1000000000 * ts_rank_cd(search, ${textQuery(text, rankQuery) ?? sql`''::tsquery`}, 32))::bigint`
  if (!type) return textRank
  const folded = sql`fold(${text})`
  return sql`(${textRank} + coalesce((
    SELECT max(CASE WHEN folded = ${folded} THEN 40000000000 WHEN starts_with(folded, ${folded}) THEN 20000000000 ELSE 0 END
      + round(1000000000 * similarity(folded, ${folded}))::bigint)
    FROM (SELECT record_id, folded FROM name WHERE type = ${type}) own WHERE record_id = id), 0))`
}
