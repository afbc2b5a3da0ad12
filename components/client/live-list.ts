import { ADDRESS } from './events'
import { addressOf, replaceList } from './replace-list'

const DEBOUNCE_MS = 350

/**
 * Applies filter changes immediately: fetches the new URL's page and replaces the list. Without JavaScript, or on
 * failure, the form submits normally.
 */
export const enableLiveList = (status: HTMLElement) => {
  let wait: ReturnType<typeof setTimeout> | undefined
  let request = new AbortController()
  let shown = here()
  const show = async (address: string, top: number | null) => {
    request.abort()
    request = new AbortController()
    try {
      shown = address
      shown = await replaceList(address, request.signal)
      if (shown !== address) history.replaceState(history.state, '', shown)
      if (top !== null) scrollTo(0, top)
      status.textContent = document.querySelector('h1')?.textContent ?? ''
    } catch (error) {
      if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address)
    }
  }
  const follow = (top: number | null) => {
    if (here() !== shown) void show(here(), top)
  }
  const apply = (form: HTMLFormElement) => {
    clearTimeout(wait)
    const address = addressOf(form)
    if (address === shown) return
    history.replaceState({ ...history.state, top: scrollY }, '')
    history.pushState({ top: scrollY }, '', address)
    void show(address, null)
    document.dispatchEvent(new Event(ADDRESS))
  }

  document.addEventListener(ADDRESS, () => follow(null))
  document.addEventListener('change', (event) => {
    const form = formOf(event)
    if (form?.checkValidity()) apply(form)
  })
  document.addEventListener('input', (event) => {
    const form = formOf(event)
    if (!form || (event.target as HTMLInputElement).type !== 'search') return
    clearTimeout(wait)
    wait = setTimeout(() => apply(form), DEBOUNCE_MS)
  })
  document.addEventListener('submit', (event) => {
    const form = formOf(event)
    if (!form) return
    event.preventDefault()
    apply(form)
  })
  const back = (event: PopStateEvent) => {
    // In development Next also listens for popstate and would reload the page; the capture phase runs first.
    event.stopImmediatePropagation()
    follow((event.state as { top?: number } | null)?.top ?? null)
  }
  addEventListener('popstate', back, { capture: true })
}

const here = () => location.pathname + location.search

/** The filter form that an event belongs to, if any. */
const formOf = ({ target }: Event): HTMLFormElement | null => {
  const form = target instanceof HTMLFormElement ? target : (target as HTMLInputElement | null)?.form
  return form?.id === 'filters' ? form : null
}
