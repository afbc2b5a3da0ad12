import { z } from 'zod'
import type { Lang, LocalizedText } from './locale'

/** One code of a vocabulary: what a page calls it, and what it means. */
export type Term = LocalizedText & { readonly about?: LocalizedText }

/** The codes of one field, in the order in which pages list them. */
export type Vocabulary<Code extends string = string> = Readonly<Record<Code, Term>>

export const codesOf = <V extends Vocabulary>(terms: V) =>
  Object.keys(terms) as [keyof V & string, ...(keyof V & string)[]]

/** The Zod schema of a vocabulary's codes. */
export const codeOf = <V extends Vocabulary>(terms: V) => z.enum(codesOf(terms))

export const label = <V extends Vocabulary>(terms: V, code: keyof V & string, lang: Lang): string => terms[code]![lang]
