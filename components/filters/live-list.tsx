'use client'

import { useEffect, useRef } from 'react'
import { ADDRESS } from './events'
import { addressOf, showList } from './swap'

const TYPING = 350

/**
 * Applies a change of a filter at once: fetches the page of the new address, the same bytes that any reader gets, and
 * puts its list in place of this one. Without it, and whenever something fails, the form is sent as forms are.
 */
export const LiveList = () => {
  const status = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    let wait: ReturnType<typeof setTimeout> | undefined
    let request = new AbortController()
    let shown = location.pathname + location.search
    const show = async (address: string, top: number | null) => {
      request.abort()
      request = new AbortController()
      try {
        shown = address
        shown = await showList(address, request.signal)
        if (shown !== address) history.replaceState(history.state, '', shown)
        if (top !== null) scrollTo(0, top)
        if (status.current) status.current.textContent = document.querySelector('h1')?.textContent ?? ''
      } catch (error) {
        if (!(error instanceof DOMException && error.name === 'AbortError')) location.assign(address)
      }
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
    const formOf = (event: Event): HTMLFormElement | null => {
      const { target } = event
      const form = target instanceof HTMLFormElement ? target : (target as HTMLInputElement | null)?.form
      return form?.id === 'filters' ? form : null
    }
    const change = (event: Event) => {
      const form = formOf(event)
      if (form?.checkValidity()) apply(form)
    }
    const input = (event: Event) => {
      const form = formOf(event)
      if (!form || (event.target as HTMLInputElement).type !== 'search') return
      clearTimeout(wait)
      wait = setTimeout(() => apply(form), TYPING)
    }
    const submit = (event: SubmitEvent) => {
      const form = formOf(event)
      if (!form) return
      event.preventDefault()
      apply(form)
    }
    const back = (event: PopStateEvent) => {
      // Next would ask for a page in a form of its own, which public pages don't have. This listener is there first.
      event.stopImmediatePropagation()
      const address = location.pathname + location.search
      if (address !== shown) void show(address, (event.state as { top?: number } | null)?.top ?? null)
    }
    const asked = () => {
      const address = location.pathname + location.search
      if (address !== shown) void show(address, null)
    }
    document.addEventListener(ADDRESS, asked)
    document.addEventListener('change', change)
    document.addEventListener('input', input)
    document.addEventListener('submit', submit)
    addEventListener('popstate', back)
    return () => {
      clearTimeout(wait)
      document.removeEventListener(ADDRESS, asked)
      document.removeEventListener('change', change)
      document.removeEventListener('input', input)
      document.removeEventListener('submit', submit)
      removeEventListener('popstate', back)
    }
  }, [])
  return <p ref={status} role="status" className="sr-only" />
}
