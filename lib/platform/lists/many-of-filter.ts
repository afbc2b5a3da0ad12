import { z } from 'zod'
import { type Sql, identifier as column, sql } from '@/lib/platform/database/sql'
import type { Facet, Filter, Issue, Options } from './filter'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { fillPlaceholder, formatList, lowercaseFirst } from '@/lib/platform/i18n/phrases'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'

/** Codes, any of which applies; `modified` when the filter's second parameter is set (all of them; what lies inside). */
export type ManyOfValue = { codes: readonly string[]; modified: boolean }

/** More options than anybody ticks; an address can't ask for more work than that. */
const MOST = 60

type Modifier = {
  param: string
  code: string
  label: LocalizedText
  about: LocalizedText
  /** Every code must apply, not just one. */
  every?: boolean
}

type Spec = {
  name: string
  label: LocalizedText
  about: LocalizedText
  options: Options
  /** "about {}" */
  phrase: LocalizedText
  /** The phrase while modified; without one, the phrase stays as it is. */
  modifiedPhrase?: LocalizedText
  /** What a sentence calls the codes, where it is not their label: "police departments". */
  said?: Vocabulary
  facet: Facet | ((modified: boolean) => Facet)
  modifier?: Modifier
}

const NOT_A_CODE: LocalizedText = { en: 'This value is not known.', es: 'Este valor no se conoce.' }
const TOO_MANY: LocalizedText = { en: `At most ${MOST} values.`, es: `Como máximo ${MOST} valores.` }

/** The schema of a single value of the options. */
const schemaOf = (options: Options): z.ZodType =>
  'codes' in options
    ? z.enum(Object.keys(options.codes) as [string, ...string[]])
    : 'records' in options
      ? z.string().regex(/^[0-9a-z]{10}$/)
      : z.string().regex(/^\P{Cc}{1,200}$/u)

/** One or more values of a vocabulary, records, or words that the records hold. */
export const manyOfFilter = ({
  name,
  label,
  about,
  options,
  phrase,
  facet,
  modifier,
  ...more
}: Spec): Filter<ManyOfValue> => {
  const schema = schemaOf(options)
  const order = 'codes' in options ? Object.keys(options.codes) : null
  const sorted = (codes: Iterable<string>) => {
    const once = [...new Set(codes)]
    return order ? once.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)) : once.toSorted()
  }
  const facetFor = (modified: boolean) => (typeof facet === 'function' ? facet(modified) : facet)
  const labelOf = (code: string, lang: Lang, names: Record<string, LocalizedText>) =>
    ('codes' in options ? options.codes[code] : names[code])?.[lang] ?? code
  const inSentence = (code: string, lang: Lang, names: Record<string, LocalizedText>) =>
    more.said?.[code]?.[lang] ??
    ('codes' in options ? lowercaseFirst(labelOf(code, lang, names)) : labelOf(code, lang, names))
  const joins = (modified: boolean) => (modified && modifier?.every ? 'all' : 'any')

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
    read: (given) => {
      const issues: Issue[] = []
      const fits = (param: string, value: string, ok: boolean, message = NOT_A_CODE) => {
        if (!ok) issues.push({ param, value: value.slice(0, 200), message })
        return ok
      }
      const codes = sorted(given(name).filter((code) => fits(name, code, schema.safeParse(code).success)))
      if (codes.length > MOST) fits(name, codes[MOST]!, false, TOO_MANY)
      const asked = modifier ? given(modifier.param) : []
      const modified = asked.filter((code) => fits(modifier!.param, code, code === modifier!.code)).length > 0
      const few = codes.slice(0, MOST)
      // "All of one" is the same as "any of one": one meaning, one address.
      const means = modified && !(modifier?.every && few.length < 2)
      return { value: few.length ? { codes: few, modified: means } : undefined, issues }
    },
    write: ({ codes, modified }) => [
      ...sorted(codes).map((code): [string, string] => [name, code]),
      ...(modified && modifier ? [[modifier.param, modifier.code] as [string, string]] : []),
    ],
    where: ({ codes, modified }) => among(facetFor(modified), codes, joins(modified)),
    describe: ({ codes, modified }, lang, names) =>
      fillPlaceholder(
        (modified && more.modifiedPhrase) || phrase,
        lang,
        formatList(
          codes.map((code) => inSentence(code, lang, names)),
          joins(modified),
          lang,
        ),
      ),
    chips: ({ codes, modified }, lang, names) =>
      codes.map((code) => {
        const rest = codes.filter((one) => one !== code)
        const still = modified && !(modifier?.every && rest.length < 2)
        return {
          label: `${label[lang]}: ${labelOf(code, lang, names)}`,
          without: rest.length ? { codes: rest, modified: still } : undefined,
        }
      }),
    dimensions: [{ facet: facetFor(false) }, ...(typeof facet === 'function' ? [{ facet: facetFor(true) }] : [])],
    criteria: ({ codes, modified }) => ({
      dimension: { facet: facetFor(modified) },
      codes,
      every: joins(modified) === 'all',
    }),
    facet: (value) => facetFor(value?.modified ?? false),
    isConjunctive: (value) => value !== undefined && joins(value.modified) === 'all',
    codes: (value) => value?.codes ?? [],
  }
}

/** The records to which one of the codes, or each of them, applies. */
const among = (facet: Facet, codes: readonly string[], joins: 'any' | 'all'): Sql => {
  if ('column' in facet) return sql`${column(facet.column)} = ANY(${codes})`
  if ('array' in facet)
    return joins === 'all'
      ? sql`${column(facet.array)} @> ${codes}::text[]`
      : sql`${column(facet.array)} && ${codes}::text[]`
  if (joins === 'any') return sql`id IN (SELECT facet.id FROM (${facet.rows}) facet WHERE facet.code = ANY(${codes}))`
  return sql`id IN (SELECT facet.id FROM (${facet.rows}) facet WHERE facet.code = ANY(${codes})
    GROUP BY facet.id HAVING count(DISTINCT facet.code) = ${codes.length})`
}
