import type { Suggestion } from '@/lib/features/search/suggestion'
import type { SuggestionLabel } from '@/components/public/search/suggestion-label'
import { element } from './create-element'

const DEBOUNCE_MS = 120
let lists = 0

/** Turns a search field into a combobox with name suggestions. */
export const enableSuggestions = (box: HTMLElement) => {
  const { prefix, ...labels } = JSON.parse(box.dataset.suggestions!) as SuggestionLabel
  const field = box.querySelector('input')!
  const id = `offered-${++lists}`
  const list = element('div', { id, role: 'listbox', class: 'options', hidden: '', 'aria-label': labels.offered })
  const status = element('div', { role: 'status', class: 'sr-only' })
  let request = new AbortController()
  let query = ''
  let suggestions: Suggestion[] = []
  let activeIndex = -1
  let open = false

  const isShown = () => open && suggestions.length > 0
  const count = () =>
    suggestions.length === 1
      ? labels.one
      : suggestions.length
        ? labels.many.replace('#', String(suggestions.length))
        : labels.none

  const draw = () => {
    const active = isShown() && suggestions[activeIndex] ? `${id}-${activeIndex}` : ''
    list.hidden = !isShown()
    for (const option of list.querySelectorAll('[role=option]'))
      option.setAttribute('aria-selected', String(option.id === active))
    field.setAttribute('aria-expanded', String(isShown()))
    if (active) field.setAttribute('aria-activedescendant', active)
    else field.removeAttribute('aria-activedescendant')
    status.textContent = open && query.length > 1 ? count() : ''
  }
  const offer = (names: Suggestion[]) => {
    // Grouped by kind, ordered by each kind's best match.
    const kinds = [...new Set(names.map(({ kind }) => kind))]
    suggestions = kinds.flatMap((kind) => names.filter((one) => one.kind === kind))
    const [first] = suggestions
    activeIndex = first && (first.exact || fold(first.name).startsWith(fold(query))) ? 0 : -1
    const option = (one: Suggestion) =>
      element(
        'a',
        { id: `${id}-${suggestions.indexOf(one)}`, href: prefix + one.path, role: 'option', tabindex: '-1' },
        one.name,
        ...(one.about ? [' ', element('span', { class: 'quiet' }, one.about)] : []),
      )
    list.replaceChildren(
      ...kinds.map((kind) =>
        element(
          'div',
          { role: 'group', 'aria-label': labels[kind] },
          element('div', { class: 'options-kind', 'aria-hidden': 'true' }, labels[kind]),
          ...suggestions.filter((one) => one.kind === kind).map(option),
        ),
      ),
    )
    draw()
  }

  const ask = async (signal: AbortSignal) => {
    try {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(query)}&lang=${document.documentElement.lang}`, {
        signal,
      })
      const names = answer.ok ? ((await answer.json()) as Suggestion[]) : []
      open = document.activeElement === field
      offer(names)
    } catch {
      // Aborted or offline; the form still works.
    }
  }
  const typed = () => {
    request.abort()
    const { signal } = (request = new AbortController())
    query = field.value.trim()
    if (query.length < 2) return offer([])
    const wait = setTimeout(() => void ask(signal), DEBOUNCE_MS)
    signal.addEventListener('abort', () => clearTimeout(wait))
  }
  const close = () => {
    open = false
    draw()
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      if (isShown()) event.preventDefault()
      return close()
    }
    if (event.key === 'Enter') {
      const chosen = isShown() && suggestions[activeIndex]
      if (!chosen) return
      event.preventDefault()
      return location.assign(prefix + chosen.path)
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || !suggestions.length) return
    event.preventDefault()
    // Arrow keys wrap around through the input itself (index -1).
    const positions = suggestions.length + 1
    activeIndex = isShown()
      ? ((activeIndex + 1 + step + positions) % positions) - 1
      : step > 0
        ? 0
        : suggestions.length - 1
    open = true
    draw()
  }

  for (const [name, value] of [
    ['role', 'combobox'],
    ['aria-autocomplete', 'list'],
    ['aria-controls', id],
  ] as const)
    field.setAttribute(name, value)
  box.append(list, status)
  draw()
  field.addEventListener('input', typed)
  field.addEventListener('keydown', press)
  field.addEventListener('blur', close)
  // Keeps focus in the input while a clicked suggestion loads.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  // Handles text typed before the script loaded.
  if (field.value !== field.defaultValue) typed()
}

/** Normalizes a name for comparison: no accents, punctuation or case. */
const fold = (text: string) => text.normalize('NFD').replaceAll(/[\p{M}.,'’]/gu, '').toLowerCase() // prettier-ignore
