import { LIST_SHOWN } from './events'

/** Canonical URL of a filter form; empty fields are left out. */
export const addressOf = (form: HTMLFormElement): string => {
  const order = form.dataset.order?.split(' ') ?? []
  const rank = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] => {
    const text = typeof value === 'string' ? value.trim() : ''
    return text ? [[name, text]] : []
  })
  const query = new URLSearchParams(fields.toSorted(([a], [b]) => rank(a) - rank(b)))
  const text = query.toString()
  return new URL(form.action).pathname + (text ? `?${text}` : '')
}

/** Replaces the list with that of another URL. Returns its canonical URL. */
export async function replaceList(address: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(address, { signal })
  if (!response.ok) throw new Error(`The list answered ${response.status}.`)
  const page = new DOMParser().parseFromString(await response.text(), 'text/html')
  const [from, to] = [page.querySelector('[data-list]'), document.querySelector('[data-list]')]
  if (!from || !to) throw new Error('The page has no list.')
  for (const part of from.querySelectorAll<HTMLElement>('[data-part]')) {
    const old = to.querySelector<HTMLElement>(`[data-part="${part.dataset.part}"]`)
    old?.replaceChildren(...part.childNodes)
  }
  updateForm(from.querySelector('form#filters'), to.querySelector('form#filters'))
  updateSortOptions(document.querySelector('#f-sort'), page.querySelector('#f-sort'))
  document.title = page.title
  document.dispatchEvent(new CustomEvent(LIST_SHOWN, { detail: page }))
  updatePageLinks(page)
  const { pathname, search } = new URL(response.url)
  return pathname + search
}

/** The sort options change with a text search. */
function updateSortOptions(sort: HTMLSelectElement | null, updated: HTMLSelectElement | null): void {
  if (!sort || !updated) return
  const { value } = updated
  sort.replaceChildren(...updated.childNodes)
  sort.value = value
}

/** Updates everything else that depends on the URL: language switch, feed links and print footer. */
function updatePageLinks(page: Document): void {
  const links = 'a[hreflang], link[rel=canonical], link[rel=alternate]'
  const updated = [...page.querySelectorAll<HTMLElement>(links)]
  for (const [at, link] of document.querySelectorAll<HTMLElement>(links).entries())
    link.setAttribute('href', updated[at]?.getAttribute('href') ?? link.getAttribute('href')!)
  const [line, updatedLine] = [document, page].map((one) => one.querySelector('main > .print-only'))
  if (line && updatedLine) line.textContent = updatedLine.textContent
}

/** Updates the filter form, except the field in use, which keeps focus and text. */
function updateForm(from: HTMLFormElement | null, to: HTMLFormElement | null): void {
  if (!from || !to) return
  const parts = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLElement>('.filter')]
  const updatedParts = new Map(parts(from).map((part) => [part.dataset.filter, part]))
  for (const part of parts(to)) {
    const updated = updatedParts.get(part.dataset.filter)
    if (!updated) continue
    if (part.contains(document.activeElement)) updateCounts(updated, part)
    else {
      if (part.hasAttribute('open')) updated.setAttribute('open', '')
      part.replaceWith(updated)
    }
  }
}

/** Updates the counts of checkboxes in place. */
function updateCounts(from: HTMLElement, to: HTMLElement): void {
  const boxes = (part: HTMLElement) => [...part.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const updatedBoxes = new Map(boxes(from).map((box) => [`${box.name}=${box.value}`, box]))
  for (const box of boxes(to)) {
    const updated = updatedBoxes.get(`${box.name}=${box.value}`)
    if (!updated) continue
    box.checked = updated.checked
    box.disabled = updated.disabled
    const [label, other] = [box.closest('label'), updated.closest('label')]
    if (!label || !other) continue
    label.className = other.className
    const [count, updatedCount] = [label.querySelector('.box-count'), other.querySelector('.box-count')]
    if (count && updatedCount) count.textContent = updatedCount.textContent
  }
}
