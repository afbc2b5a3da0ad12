import { z } from 'zod'
import type { Lang, LocalizedText } from './locale'

/** A code's label and its definition. */
export type Term = LocalizedText & { readonly about?: LocalizedText }

/** The codes of a field, in display order. */
export type Vocabulary<Code extends string = string> = Readonly<Record<Code, Term>>

export const codesOf = <V extends Vocabulary>(terms: V) =>
  Object.keys(terms) as [keyof V & string, ...(keyof V & string)[]]

/** The Zod schema of a vocabulary's codes. */
export const codeOf = <V extends Vocabulary>(terms: V) => z.enum(codesOf(terms))

export const label = <V extends Vocabulary>(terms: V, code: keyof V & string, lang: Lang): string => terms[code]![lang]
