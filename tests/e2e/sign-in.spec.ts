import { expect, signIn, test } from './admin'
import { PEOPLE } from './people'

test.describe('signing in', () => {
  for (const javaScriptEnabled of [true, false])
    test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
      // A separate client address, so that other tests' attempts do not count.
      test.use({
        javaScriptEnabled,
        extraHTTPHeaders: { 'x-forwarded-for': `203.0.113.${javaScriptEnabled ? 11 : 12}` },
      })

      test('redirects back to the requested page', async ({ page }) => {
        await page.goto('/admin/entries')
        await expect(page).toHaveURL(/\/admin\/sign-in\?to=/)
        await page.getByLabel('E-mail address').fill(PEOPLE.editor.email.toUpperCase())
        await page.getByLabel('Password').fill(PEOPLE.editor.password)
        await page.getByRole('button', { name: 'Sign in' }).click()
        await expect(page).toHaveURL(/\/admin\/entries$/)
      })

      test('shows the same error for a wrong password and an unknown email, and keeps the email', async ({ page }) => {
        const told: (string | null)[] = []
        for (const email of [PEOPLE.editor.email, 'nobody@admin.example']) {
          await page.goto('/admin/sign-in')
          await page.getByLabel('E-mail address').fill(email)
          await page.getByLabel('Password').fill('not the password')
          await page.getByRole('button', { name: 'Sign in' }).click()
          told.push(await page.locator('.form-problem').textContent())
          await expect(page.getByLabel('E-mail address')).toHaveValue(email)
        }
        expect(told[0]).toContain('don’t belong together')
        expect(told[0]).toBe(told[1])
      })
    })

  test('never redirects outside the admin area', async ({ page }) => {
    for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/admin/../../x', 'javascript:1']) {
      await page.context().clearCookies()
      await page.goto(`/admin/sign-in?to=${encodeURIComponent(to)}`)
      await page.getByLabel('E-mail address').fill(PEOPLE.editor.email)
      await page.getByLabel('Password').fill(PEOPLE.editor.password)
      await page.getByRole('button', { name: 'Sign in' }).click()
      await page.waitForURL((url) => !url.pathname.endsWith('/sign-in'))
      expect(new URL(page.url()).pathname).toMatch(/^\/admin/)
    }
  })

  test('ends at sign-out: the old cookie is invalid', async ({ page }) => {
    await signIn(page, 'contributor')
    const cookies = await page.context().cookies()
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(page).toHaveURL(/\/admin\/sign-in/)
    await page.context().addCookies(cookies)
    await page.goto('/admin')
    await expect(page).toHaveURL(/\/admin\/sign-in/)
  })

  test('is not required of readers, and no cache may store the admin area', async ({ request }) => {
    const answer = await request.get('/admin/sign-in')
    expect(answer.headers()['cache-control']).toContain('no-store')
    expect(answer.headers()['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'")
  })
})
