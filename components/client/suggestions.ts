import type { Suggestion } from '@/lib/features/search/suggestion'
import type { SuggestionLabel } from '@/components/public/search/suggestion-label'
import { element } from './create-element'

const WAIT = 120
let lists = 0

/** Makes a search field a combobox, which offers names while one types. */
export const enableSuggestions = (box: HTMLElement) => {
  const { prefix, ...words } = JSON.parse(box.dataset.suggestions!) as SuggestionLabel
  const field = box.querySelector('input')!
  const id = `offered-${++lists}`
  const list = element('div', { id, role: 'listbox', class: 'options', hidden: '', 'aria-label': words.offered })
  const status = element('div', { role: 'status', class: 'sr-only' })
  let asking = new AbortController()
  let asked = ''
  let found: Suggestion[] = []
  let at = -1
  let open = false

  const isShown = () => open && found.length > 0
  const count = () =>
    found.length === 1 ? words.one : found.length ? words.many.replace('#', String(found.length)) : words.none

  const draw = () => {
    const active = isShown() && found[at] ? `${id}-${at}` : ''
    list.hidden = !isShown()
    for (const option of list.querySelectorAll('[role=option]'))
      option.setAttribute('aria-selected', String(option.id === active))
    field.setAttribute('aria-expanded', String(isShown()))
    if (active) field.setAttribute('aria-activedescendant', active)
    else field.removeAttribute('aria-activedescendant')
    status.textContent = open && asked.length > 1 ? count() : ''
  }
  const offer = (names: Suggestion[]) => {
    // Grouped by kind, in the order of each kind's best one.
    const kinds = [...new Set(names.map(({ kind }) => kind))]
    found = kinds.flatMap((kind) => names.filter((one) => one.kind === kind))
    at = found[0] && fold(found[0].name).startsWith(fold(asked)) ? 0 : -1
    const option = (one: Suggestion) =>
      element(
        'a',
        { id: `${id}-${found.indexOf(one)}`, href: prefix + one.path, role: 'option', tabindex: '-1' },
        one.name,
      )
    list.replaceChildren(
      ...kinds.map((kind) =>
        element(
          'div',
          { role: 'group', 'aria-label': words[kind] },
          element('div', { class: 'options-kind', 'aria-hidden': 'true' }, words[kind]),
          ...found.filter((one) => one.kind === kind).map(option),
        ),
      ),
    )
    draw()
  }

  const ask = async (signal: AbortSignal) => {
    try {
      const answer = await fetch(`/api/suggest?q=${encodeURIComponent(asked)}`, { signal })
      const names = answer.ok ? ((await answer.json()) as Suggestion[]) : []
      open = document.activeElement === field
      offer(names)
    } catch {
      // Asked again since, or no connection: the form still works.
    }
  }
  const typed = () => {
    asking.abort()
    const { signal } = (asking = new AbortController())
    asked = field.value.trim()
    if (asked.length < 2) return offer([])
    const wait = setTimeout(() => void ask(signal), WAIT)
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
      const chosen = isShown() && found[at]
      if (!chosen) return
      event.preventDefault()
      return location.assign(prefix + chosen.path)
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || !found.length) return
    event.preventDefault()
    // Beyond either end is the field itself.
    const places = found.length + 1
    at = isShown() ? ((at + 1 + step + places) % places) - 1 : step > 0 ? 0 : found.length - 1
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
  // A click on a name leaves the field its focus until the name's page is there.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  // What was typed while the script was on its way counts as well.
  if (field.value !== field.defaultValue) typed()
}

/** A name as it is compared: without accents, signs and case. */
const fold = (text: string) => text.normalize('NFD').replaceAll(/[\p{M}.,'’]/gu, '').toLowerCase() // prettier-ignore
