'use client'

import { createContext, use } from 'react'
import type { RecordLabel } from '@/lib/features/editing/labels'
import type { FieldHints } from '@/lib/features/editing/field-hints'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { EditorMessages } from './fill-placeholders'

export type Editor = {
  lang: Lang
  words: EditorMessages
  /** The draft: "statements-abc…". */
  id: string
  type: string
  /** What the form's records are called, by "record type/id". */
  names: Readonly<Record<string, RecordLabel>>
  /** What the server says of fields, by their path, of the last save. */
  told: FieldHints
  /** Says that something changed that no input event tells of. */
  touch: () => void
}

const Context = createContext<Editor | null>(null)

export const EditorProvider = Context.Provider
export const useEditor = (): Editor => use(Context)!
