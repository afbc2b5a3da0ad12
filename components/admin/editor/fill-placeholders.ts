import type en from '@/messages/admin/editor.en.json'

export type EditorMessages = typeof en

/** A sentence with its places filled: "Saved {clock}". */
export const fillPlaceholders = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
