import { z } from 'zod'
import { type Sql, identifier, sql } from '@/lib/platform/database/sql'
import type { Facet, Filter, Issue, Options, RecordLabels } from './filter'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { fillPlaceholder, formatList, lowercaseFirst } from '@/lib/platform/i18n/phrases'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'
import { localizedText } from '@/lib/platform/i18n/translate'

/** The selected codes. `modified` when the filter's second parameter is set, such as "all of them" or "including places inside". */
export type OptionsValue = { codes: readonly string[]; modified: boolean }

/** Limits the work that one address can cause. */
const MAX_VALUES = 60

type Modifier = {
  param: string
  code: string
  label: LocalizedText
  about: LocalizedText
  /** All codes must apply instead of any. */
  matchAll?: boolean
}

type Spec = {
  name: string
  label: LocalizedText
  about: LocalizedText
  options: Options
  /** "about {}" */
  phrase: LocalizedText
  /** The phrase while modified, where it differs. */
  modifiedPhrase?: LocalizedText
  /** Names of the codes inside a sentence, if they differ from the labels: "police departments". */
  sentenceLabels?: Vocabulary
  /** Codes of earlier versions and what they are now. Addresses with them lead to the canonical address. */
  renamed?: Readonly<Record<string, string>>
  facet: Facet | ((modified: boolean) => Facet)
  modifier?: Modifier
}

const NOT_A_CODE: LocalizedText = localizedText('issue.unknownValue')
const TOO_MANY: LocalizedText = localizedText('issue.tooManyValues', { max: MAX_VALUES })

/** The schema of a single value of the options. */
const schemaOf = (options: Options): z.ZodType =>
  'codes' in options
    ? z.enum(Object.keys(options.codes) as [string, ...string[]])
    : 'records' in options
      ? z.string().regex(/^[0-9a-z]{10}$/)
      : z.string().regex(/^\P{Cc}{1,200}$/u)

/** A multi-select filter: by codes of a vocabulary, by records, or by the values of a text column. */
export const optionsFilter = ({
  name,
  label,
  about,
  options,
  phrase,
  facet,
  modifier,
  renamed,
  ...more
}: Spec): Filter<OptionsValue> => {
  const schema = schemaOf(options)
  const order = 'codes' in options ? Object.keys(options.codes) : null
  const sorted = (codes: Iterable<string>) => {
    const unique = [...new Set(codes)]
    return order ? unique.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) : unique.toSorted()
  }
  const facetFor = (modified: boolean) => (typeof facet === 'function' ? facet(modified) : facet)
  const labelOf = (code: string, lang: Lang, labels: RecordLabels) =>
    ('codes' in options ? options.codes[code] : labels[code])?.[lang] ?? code
  const inSentence = (code: string, lang: Lang, labels: RecordLabels) =>
    more.sentenceLabels?.[code]?.[lang] ??
    ('codes' in options ? lowercaseFirst(labelOf(code, lang, labels)) : labelOf(code, lang, labels))
  const combination = (modified: boolean) => (modified && modifier?.matchAll ? 'all' : 'any')

  return {
    label,
    parameters: [
      { name, about, schema, many: true },
      ...(modifier
        ? [{ name: modifier.param, about: modifier.about, schema: z.enum([modifier.code]), many: false }]
        : []),
    ],
    control: {
      kind: 'options',
      name,
      options,
      ...(modifier && { modifier: { name: modifier.param, value: modifier.code, label: modifier.label } }),
    },
    parse: (valuesOf) => {
      const issues: Issue[] = []
      const check = (param: string, value: string, isValid: boolean, message = NOT_A_CODE) => {
        if (!isValid) issues.push({ param, value: value.slice(0, 200), message })
        return isValid
      }
      const given = valuesOf(name).map((code) => (renamed && Object.hasOwn(renamed, code) ? renamed[code]! : code))
      const codes = sorted(given.filter((code) => check(name, code, schema.safeParse(code).success)))
      if (codes.length > MAX_VALUES) check(name, codes[MAX_VALUES]!, false, TOO_MANY)
      const modifiers = modifier ? valuesOf(modifier.param) : []
      const isModified = modifiers.filter((code) => check(modifier!.param, code, code === modifier!.code)).length > 0
      const limited = codes.slice(0, MAX_VALUES)
      // "All of one" equals "any of one", so it is normalized to the same address.
      const modified = isModified && !(modifier?.matchAll && limited.length < 2)
      return { value: limited.length ? { codes: limited, modified } : undefined, issues }
    },
    serialize: ({ codes, modified }) => [
      ...sorted(codes).map((code): [string, string] => [name, code]),
      ...(modified && modifier ? [[modifier.param, modifier.code] as [string, string]] : []),
    ],
    where: ({ codes, modified }) => hasCodes(facetFor(modified), codes, combination(modified)),
    describe: ({ codes, modified }, lang, labels) =>
      fillPlaceholder(
        (modified && more.modifiedPhrase) || phrase,
        lang,
        formatList(
          codes.map((code) => inSentence(code, lang, labels)),
          combination(modified),
          lang,
        ),
      ),
    chips: ({ codes, modified }, lang, labels) =>
      codes.map((code) => {
        const rest = codes.filter((other) => other !== code)
        const stillModified = modified && !(modifier?.matchAll && rest.length < 2)
        return {
          label: `${label[lang]}: ${labelOf(code, lang, labels)}`,
          without: rest.length ? { codes: rest, modified: stillModified } : undefined,
        }
      }),
    dimensions: [{ facet: facetFor(false) }, ...(typeof facet === 'function' ? [{ facet: facetFor(true) }] : [])],
    criteria: ({ codes, modified }) => ({
      dimension: { facet: facetFor(modified) },
      codes,
      matchAll: combination(modified) === 'all',
    }),
    facet: (value) => facetFor(value?.modified ?? false),
    isConjunctive: (value) => value !== undefined && combination(value.modified) === 'all',
    codes: (value) => value?.codes ?? [],
  }
}

const hasCodes = (facet: Facet, codes: readonly string[], combination: 'any' | 'all'): Sql => {
  if ('column' in facet) return sql`${identifier(facet.column)} = ANY(${codes})`
  if ('array' in facet)
    return combination === 'all'
      ? sql`${identifier(facet.array)} @> ${codes}::text[]`
      : sql`${identifier(facet.array)} && ${codes}::text[]`
  if (combination === 'any')
    return sql`id IN (SELECT facet.id FROM (${facet.rows}) facet WHERE facet.code = ANY(${codes}))`
  return sql`id IN (SELECT facet.id FROM (${facet.rows}) facet WHERE facet.code = ANY(${codes})
    GROUP BY facet.id HAVING count(DISTINCT facet.code) = ${codes.length})`
}
