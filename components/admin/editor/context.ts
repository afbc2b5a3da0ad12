'use client'

import { createContext, use } from 'react'
import type { RecordLabel } from '@/lib/features/editing/labels'
import type { FieldHints } from '@/lib/features/editing/field-hints'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { EditorMessages } from './fill-placeholders'

export type Editor = {
  lang: Lang
  messages: EditorMessages
  /** Draft id: "statements-abc…". */
  id: string
  type: string
  /** Labels of referenced records by "type/id". */
  names: Readonly<Record<string, RecordLabel>>
  /** Server hints of the last save, by field path. */
  hints: FieldHints
  /** Record types that can be created from a name. The registry itself is server code. */
  inlineTypes: readonly string[]
  /** Reports a change that fires no input event. */
  touch: () => void
}

const Context = createContext<Editor | null>(null)

export const EditorProvider = Context.Provider
export const useEditor = (): Editor => use(Context)!
