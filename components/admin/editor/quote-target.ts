'use client'

/** A field that accepts a quote, labeled as in the form: "Wording 1, Words of the source". */
export type QuoteTarget = { path: string; label: string }

const QUOTE_FIELDS = /(^|\.)(exact|span|passages\.\d+)$/

/** Quote fields of the form, in document order. */
export const quoteTargets = (form: HTMLFormElement | null): QuoteTarget[] =>
  [...(form?.querySelectorAll<HTMLTextAreaElement>('textarea') ?? [])]
    .filter((field) => QUOTE_FIELDS.test(field.name) && !field.matches(':disabled'))
    .map((field) => ({
      path: field.name,
      label: [rowOf(field), field.labels[0]?.textContent].filter(Boolean).join(', '),
    }))

const rowOf = (field: HTMLElement): string =>
  field.closest('.row')?.parentElement?.closest('.row')?.querySelector('.row-title')?.textContent ??
  field.closest('.row')?.querySelector('.row-title')?.textContent ??
  ''

/** Selected text with some preceding context, which tells repeated passages apart. */
export type Selected = { words: string; before: string }

const CONTEXT_LENGTH = 120

const markAt = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest('[data-character]') ?? null

/** The text of a range as the source has it: a mark for a hidden character counts as that character. */
const sourceTextIn = (range: Range): string => {
  const content = range.cloneContents()
  for (const mark of content.querySelectorAll<HTMLElement>('[data-character]'))
    mark.replaceWith(mark.dataset.character ?? '')
  return content.textContent ?? ''
}

/** Selection within an element, or null. */
export const selectedIn = (container: HTMLElement | null): Selected | null => {
  const selection = document.getSelection()
  if (!container || !selection?.rangeCount || selection.isCollapsed) return null
  const range = selection.getRangeAt(0).cloneRange()
  if (!container.contains(range.commonAncestorContainer)) return null
  const [first, last] = [markAt(range.startContainer), markAt(range.endContainer)]
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  const raw = sourceTextIn(range)
  const words = raw.trim()
  const leading = document.createRange()
  leading.setStart(container, 0)
  leading.setEnd(range.startContainer, range.startOffset)
  const before = sourceTextIn(leading) + raw.slice(0, raw.length - raw.trimStart().length)
  return words ? { words, before: before.slice(-CONTEXT_LENGTH) } : null
}

/** Fills a quote field, and its hidden prefix field with the context. */
export const fillField = (path: string, { words, before }: Selected): void => {
  const prefix = document.querySelector<HTMLTextAreaElement>(`[name="${CSS.escape(path.replace(/exact$/, 'prefix'))}"]`)
  if (prefix?.hidden) prefix.value = before
  const field = document.querySelector<HTMLTextAreaElement>(`[name="${CSS.escape(path)}"]`)
  if (!field) return
  field.value = words
  field.focus({ preventScroll: true })
  field.scrollIntoView({ block: 'nearest' })
}
