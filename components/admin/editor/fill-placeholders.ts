import type en from '@/messages/admin/editor.en.json'

export type EditorMessages = typeof en

/** Fills a message's placeholders: "Saved {clock}". */
export const fillPlaceholders = (sentence: string, values: Record<string, string | number>): string =>
  sentence.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place))
