import type { Page } from '@playwright/test'
import { CANARY } from '@/tests/fixtures/hostile-input'

/** Characters that reorder or hide text. */
const TURNS = /[\0\u202a-\u202e\u2066-\u2069]/

/** The form action that React sets so that the browser sends nothing. */
const REACTS_OWN = "javascript:throw new Error('A React form was unexpectedly submitted."

/** Opens pages and records violations: injected scripts, external requests, dialogs. */
export async function watch(page: Page, baseURL: string) {
  const seen: string[] = []
  const note = (what: string) => seen.push(`${new URL(page.url()).pathname}: ${what}`)
  await page.exposeFunction(CANARY, (by: string) => note(`the script “${by}” ran`))
  page.on('dialog', (dialog) => {
    note(`a dialog said ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (one) => {
    if (!one.url().startsWith(baseURL) && !one.url().startsWith('data:')) note(`asked for ${one.url()}`)
  })
  // Styles do not affect injection, and rendering is the slowest part.
  const drawn = ['stylesheet', 'font', 'image']
  await page.route(`${baseURL}/**`, (route) =>
    drawn.includes(route.request().resourceType()) ? route.abort() : route.fallback(),
  )
  /** Checks the open page. */
  const look = async () => {
    const told = await page.evaluate(() => ({
      links: [...document.querySelectorAll('[href], [src], [action], [formaction]')].flatMap((one) =>
        ['href', 'src', 'action', 'formaction'].flatMap((name) => one.getAttribute(name) ?? []),
      ),
      handlers: [...document.querySelectorAll('*')].flatMap((one) =>
        [...one.attributes].filter(({ name }) => /^on/i.test(name)).map(({ name }) => name),
      ),
      // Autofocus triggers focus handlers.
      focused: document.activeElement?.getAttribute('autofocus'),
      words: (() => {
        // A form field holds a source's own characters, so that saving keeps them.
        const shown = document.body.cloneNode(true) as HTMLElement
        for (const field of shown.querySelectorAll('textarea, script')) field.remove()
        return [...shown.querySelectorAll('*')].flatMap((one) =>
          [...one.childNodes]
            .filter((node) => node.nodeType === Node.TEXT_NODE)
            .map((node) => [one.outerHTML.slice(0, 80), node.textContent ?? ''] as const),
        )
      })(),
    }))
    const links = told.links.filter((link) => !link.startsWith(REACTS_OWN))
    for (const link of links) if (/^\s*(javascript|data|vbscript|file):/i.test(link)) note(`leads to ${link}`)
    for (const name of told.handlers) note(`has an element with ${name}`)
    for (const [element, words] of told.words)
      if (TURNS.test(words)) note(`shows a character that turns or hides what is read in ${element}`)
    return seen
  }
  const open = async (path: string) => {
    const answer = await page.goto(path)
    if (answer!.status() >= 400) note(`answered ${answer!.status()}`)
    return look()
  }
  return { open, look }
}
