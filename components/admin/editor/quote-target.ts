'use client'

/** A field that takes words of a source, as the form calls it: "Wording 1, Words of the source". */
export type QuoteTarget = { path: string; label: string }

const TAKES = /(^|\.)(exact|span|passages\.\d+)$/

/** The fields of the form that take words, in their order. */
export const quoteTargets = (form: HTMLFormElement | null): QuoteTarget[] =>
  [...(form?.querySelectorAll<HTMLTextAreaElement>('textarea') ?? [])]
    .filter((field) => TAKES.test(field.name) && !field.matches(':disabled'))
    .map((field) => ({
      path: field.name,
      label: [rowOf(field), field.labels[0]?.textContent].filter(Boolean).join(', '),
    }))

const rowOf = (field: HTMLElement): string =>
  field.closest('.row')?.parentElement?.closest('.row')?.querySelector('.row-title')?.textContent ??
  field.closest('.row')?.querySelector('.row-title')?.textContent ??
  ''

/** Words that were selected, and a little of what stands before them: where else they stand, those are not meant. */
export type Selected = { words: string; before: string }

const BEFORE = 120

/** What is selected within an element; null when nothing is. */
export const selectedIn = (whole: HTMLElement | null): Selected | null => {
  const selection = document.getSelection()
  if (!whole || !selection?.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0)
  if (!whole.contains(range.commonAncestorContainer)) return null
  const raw = range.toString()
  const words = raw.trim()
  const leading = document.createRange()
  leading.setStart(whole, 0)
  leading.setEnd(range.startContainer, range.startOffset)
  const before = leading.toString() + raw.slice(0, raw.length - raw.trimStart().length)
  return words ? { words, before: before.slice(-BEFORE) } : null
}

/** Puts words into a field as if they were typed there. */
export const fillField = (path: string, { words, before }: Selected): void => {
  const prefix = document.querySelector<HTMLTextAreaElement>(`[name="${CSS.escape(path.replace(/exact$/, 'prefix'))}"]`)
  if (prefix?.hidden) prefix.value = before
  const field = document.querySelector<HTMLTextAreaElement>(`[name="${CSS.escape(path)}"]`)
  if (!field) return
  field.value = words
  field.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'nearest' })
}
