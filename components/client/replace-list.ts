import { LIST_SHOWN } from './events'

/** The address that a form leads to, in the canonical order; fields without a value are left out. */
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

/** Shows the list of an address in place of the one that is there; its canonical address comes back. */
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
  renewForm(from.querySelector('form#filters'), to.querySelector('form#filters'))
  renewOrders(document.querySelector('#f-sort'), page.querySelector('#f-sort'))
  document.title = page.title
  document.dispatchEvent(new CustomEvent(LIST_SHOWN, { detail: page }))
  renewAround(page)
  const { pathname, search } = new URL(response.url)
  return pathname + search
}

/** Words bring an order of their own, which goes with them. */
function renewOrders(sort: HTMLSelectElement | null, renewed: HTMLSelectElement | null): void {
  if (!sort || !renewed) return
  const { value } = renewed
  sort.replaceChildren(...renewed.childNodes)
  sort.value = value
}

/** What else on a page names its address: the other language, the feeds, the line that is printed. */
function renewAround(page: Document): void {
  const links = 'a[hreflang], link[rel=canonical], link[rel=alternate]'
  const news = [...page.querySelectorAll<HTMLElement>(links)]
  for (const [at, link] of document.querySelectorAll<HTMLElement>(links).entries())
    link.setAttribute('href', news[at]?.getAttribute('href') ?? link.getAttribute('href')!)
  const [line, renewed] = [document, page].map((one) => one.querySelector('main > .print-only'))
  if (line && renewed) line.textContent = renewed.textContent
}

/** Brings the form up to date, except what the reader is just using: the field keeps its focus and its words. */
function renewForm(from: HTMLFormElement | null, to: HTMLFormElement | null): void {
  if (!from || !to) return
  const parts = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLElement>('.filter')]
  const news = new Map(parts(from).map((part) => [part.dataset.filter, part]))
  for (const part of parts(to)) {
    const renewed = news.get(part.dataset.filter)
    if (!renewed) continue
    if (part.contains(document.activeElement)) renewBoxes(renewed, part)
    else {
      if (part.hasAttribute('open')) renewed.setAttribute('open', '')
      part.replaceWith(renewed)
    }
  }
}

/** The same boxes with new counts. */
function renewBoxes(from: HTMLElement, to: HTMLElement): void {
  const boxes = (part: HTMLElement) => [...part.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const news = new Map(boxes(from).map((box) => [`${box.name}=${box.value}`, box]))
  for (const box of boxes(to)) {
    const renewed = news.get(`${box.name}=${box.value}`)
    if (!renewed) continue
    box.checked = renewed.checked
    box.disabled = renewed.disabled
    const [label, other] = [box.closest('label'), renewed.closest('label')]
    if (!label || !other) continue
    label.className = other.className
    const [count, counted] = [label.querySelector('.box-count'), other.querySelector('.box-count')]
    if (count && counted) count.textContent = counted.textContent
  }
}
