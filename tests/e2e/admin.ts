import type { Browser, BrowserContext, Page } from '@playwright/test'
import { PEOPLE, type PersonKey } from './people'
import { test as reading } from './reading'

type Admin = {
  /** Opens a page as a signed-in user, without JavaScript if `script` is false. */
  as: (who: PersonKey, options?: { script?: boolean }) => Promise<Page>
}

const states = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>()

const stateOf = async (browser: Browser, who: PersonKey) => {
  if (!states.has(who)) {
    const context = await browser.newContext()
    const page = await context.newPage()
    await signIn(page, who)
    states.set(who, await context.storageState())
    await context.close()
  }
  return states.get(who)!
}

/** Signs in through the form. */
export async function signIn(page: Page, who: PersonKey): Promise<void> {
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail address').fill(PEOPLE[who].email)
  await page.getByLabel('Password').fill(PEOPLE[who].password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/admin$/)
}

export const test = reading.extend<Admin>({
  as: async ({ browser, baseURL }, use) => {
    const opened: BrowserContext[] = []
    await use(async (who, { script = true } = {}) => {
      const storageState = await stateOf(browser, who)
      const context = await browser.newContext({ storageState, javaScriptEnabled: script, baseURL: baseURL! })
      opened.push(context)
      return context.newPage()
    })
    for (const context of opened) await context.close()
  },
})

export { expect } from './reading'
