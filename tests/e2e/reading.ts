import { type Page, test as base, expect } from '@playwright/test'

type Reading = { quiet: Page }

/** A page that fails the test on a console error, a failed request, or a request to another host. */
export const test = base.extend<Reading>({
  quiet: async ({ page, baseURL }, use) => {
    const complaints: string[] = []
    page.on('console', (message) => ['error', 'warning'].includes(message.type()) && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    // A request aborted by a navigation is not a failure.
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

/** Opens a statement as a reader does: through the place, then the speaker's entry. */
export const openStatement = async (page: Page, place: string, speaker: string) => {
  await page.goto(place)
  await page.locator('main').getByRole('link', { name: speaker, exact: true }).first().click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(speaker)
}
