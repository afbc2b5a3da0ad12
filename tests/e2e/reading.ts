import { type Page, test as base, expect } from '@playwright/test'

type Reading = { quiet: Page }

/** A page on which nothing may complain: no error in the console, no failed request, none to another host. */
export const test = base.extend<Reading>({
  quiet: async ({ page, baseURL }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    // A request that the next page cuts off is no failure.
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()}`)
    })
    page.on(
      'request',
      (request) =>
        !request.url().startsWith(baseURL!) &&
        !request.url().startsWith('data:') &&
        complaints.push(`elsewhere: ${request.url()}`),
    )
    await use(page)
    expect(complaints).toEqual([])
  },
})

export { expect }

/** The way to a statement that a reader takes: the place, then the speaker's entry. */
export const openStatement = async (page: Page, place: string, speaker: string) => {
  await page.goto(place)
  await page.locator('main').getByRole('link', { name: speaker, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(speaker)
}
