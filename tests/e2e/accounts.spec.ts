import { authenticatorCode } from '@/tests/fixtures/authenticator'
import { found } from './axe'
import { expect, test } from './admin'
import { enter, inviteBy, joinBy, newUser, setUpSecondFactor, signInSingleUse } from './new-user'

const accessible = async (page: Parameters<typeof enter>[0]) => expect(await found(page)).toEqual([])

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    const plain = javaScriptEnabled ? '' : '-plain'

    test('an invited user joins by a single-use link', async ({ as, browser }) => {
      const administrator = await as('administrator', { script: javaScriptEnabled })
      const who = newUser()
      const link = await inviteBy(administrator, who)
      await joinBy(await (await browser.newContext({ javaScriptEnabled })).newPage(), link, who)
      const late = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await late.goto(new URL(link).pathname)
      await expect(late.getByRole('heading', { level: 1 })).toHaveText('This invitation can’t be used')
      await administrator.goto('/admin/people')
      await expect(administrator.getByRole('row', { name: who.name })).toContainText('Editor')
    })

    test('sign-in requires a code after enrollment, and each recovery code works once', async ({ browser }) => {
      test.slow()
      const { who, page } = await signInSingleUse(browser, `second-factor${plain}`, { javaScriptEnabled })
      const { secret, codes, code } = await setUpSecondFactor(page, who)
      const file = await page.request.get('/admin/account/recovery-codes/file')
      expect(await file.text()).toContain(codes[9])
      await page.getByRole('button', { name: 'I have kept them' }).click()
      await expect(page.getByRole('status').first()).toContainText('The second factor is on')
      await page.goto('/admin/account/recovery-codes')
      await expect(page.locator('main')).not.toContainText(codes[0]!)

      await page.getByRole('button', { name: 'Sign out' }).click()
      await enter(page, who)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('One more step')
      await page.goto('/admin/entries')
      await expect(page).toHaveURL(/sign-in/)
      await page.goto('/admin/sign-in/code')
      // The code that confirmed the second factor opens nothing, whether or not its time is over.
      await page.getByLabel('Code', { exact: true }).fill(code)
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await answered
      await page.goto('/admin/entries')
      await expect(page).toHaveURL(/sign-in/)
      await page.goto('/admin/sign-in/code')
      await page.getByLabel('Code', { exact: true }).fill('000000')
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page.locator('.form-problem')).toContainText('This code is not right')
      // The next time step, because a code is valid once and the current one may have been used for the setup.
      await page.getByLabel('Code', { exact: true }).fill(await authenticatorCode(secret, Date.now() + 30_000))
      await page.getByRole('button', { name: 'Sign in' }).click()
      await expect(page).toHaveURL(/\/admin$/)

      for (const [recoveryCode, works] of [
        [codes[0]!.toUpperCase().replace('-', ''), true],
        [codes[0]!, false],
      ] as const) {
        await page.context().clearCookies()
        await enter(page, who)
        await page.getByLabel('Code', { exact: true }).fill(recoveryCode)
        await page.getByRole('button', { name: 'Sign in' }).click()
        if (works) await expect(page).toHaveURL(/\/admin$/)
        else await expect(page.locator('.form-problem')).toContainText('This code is not right')
      }
    })

    test('a new password ends the other sessions, and a rejected form shows no password', async ({ browser }) => {
      const { who, page } = await signInSingleUse(browser, `password${plain}`, { javaScriptEnabled })
      const other = await (await browser.newContext({ javaScriptEnabled })).newPage()
      await enter(other, who)
      await expect(other).toHaveURL(/\/admin$/)

      await page.goto('/admin/account/password')
      await page.getByLabel('Current password').fill('not this one at all')
      await page.getByLabel('New password').fill('the second password of Nora')
      await page.getByRole('button', { name: 'Change the password' }).click()
      await expect(page.locator('.form-problem')).toContainText('This is not your password')
      expect(await page.content()).not.toContain('the second password')
      await page.getByLabel('Current password').fill(who.password)
      await page.getByLabel('New password').fill('the second password of Nora')
      await page.getByRole('button', { name: 'Change the password' }).click()
      await expect(page.getByRole('status').first()).toContainText('Your password is changed')
      await other.goto('/admin')
      await expect(other).toHaveURL(/sign-in/)
    })

    test('sessions are listed in plain words, and a user can end one or all others', async ({ browser }) => {
      const { who, page } = await signInSingleUse(browser, `sessions${plain}`, { javaScriptEnabled })
      const others = await Promise.all(
        [1, 2].map(async () => (await browser.newContext({ javaScriptEnabled })).newPage()),
      )
      for (const one of others) {
        await enter(one, who)
        await expect(one).toHaveURL(/\/admin$/)
      }
      await page.goto('/admin/account')
      const rows = page.locator('#sessions tbody tr')
      await expect(rows).toHaveCount(3)
      await expect(rows.filter({ hasText: 'This session' })).toHaveCount(1)
      await expect(rows.first()).toContainText('Chrome on Linux')
      await rows.getByRole('button', { name: 'End' }).first().click()
      await expect(rows).toHaveCount(2)
      await page.getByRole('button', { name: 'End all other sessions' }).click()
      await expect(rows).toHaveCount(1)
      for (const one of others) {
        await one.goto('/admin')
        await expect(one).toHaveURL(/sign-in/)
      }
    })
  })

test('each sign-in starts a new session in an HttpOnly, SameSite cookie', async ({ browser }) => {
  const { who, page, context } = await signInSingleUse(browser, 'cookie')
  const session = async () => (await context.cookies()).find(({ name }) => name === 'admin.session_token')!
  const first = await session()
  expect(first).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/sign-in/)
  await context.addCookies([{ ...first, value: 'planted.by-somebody-else' }])
  await enter(page, who)
  await expect(page).toHaveURL(/\/admin$/)
  expect((await session()).value).not.toBe(first.value)
  expect((await session()).value).not.toContain('planted')
})

test('a role change and an account closure take effect at once', async ({ as, browser }) => {
  const administrator = await as('administrator')
  const { who, page } = await signInSingleUse(browser, 'role')
  await administrator.goto('/admin/people')
  await administrator.getByRole('link', { name: who.name }).click()
  await administrator.getByLabel('Administrator').check()
  await administrator.getByRole('button', { name: 'Give this role' }).click()
  await expect(administrator.getByRole('status').first()).toContainText('The role is changed')
  expect((await page.goto('/admin/people'))!.status()).toBe(200)
  await administrator.getByLabel('Contributor').check()
  await administrator.getByRole('button', { name: 'Give this role' }).click()
  await expect(administrator.locator('.admin-events')).toContainText('Made a contributor')
  expect((await page.goto('/admin/people'))!.status()).toBe(403)

  await administrator.getByLabel('Reason').fill('Left the newsroom')
  await administrator.getByRole('button', { name: 'Deactivate' }).click()
  await expect(administrator.getByRole('status').first()).toContainText('deactivated')
  await page.goto('/admin')
  await expect(page).toHaveURL(/sign-in/)
  await enter(page, who)
  await expect(page.locator('.form-problem')).toContainText('don’t belong together, or the account is closed')
})

test('a user without password and phone regains access by a link', async ({ as, browser }) => {
  const administrator = await as('administrator')
  const { who, page } = await signInSingleUse(browser, 'link')
  await setUpSecondFactor(page, who)
  await administrator.goto('/admin/people')
  await administrator.getByRole('link', { name: who.name }).click()
  await administrator.getByLabel('Also take away the second factor').check()
  await administrator.getByRole('button', { name: 'Make a link to get in again' }).click()
  const link = await administrator.getByLabel('Link', { exact: true }).inputValue()
  await page.goto('/admin')
  await expect(page).toHaveURL(/sign-in/)
  await page.goto(new URL(link).pathname)
  await page.getByLabel('New password').fill('the password after that')
  await page.getByRole('button', { name: 'Set the password and sign in' }).click()
  await expect(page).toHaveURL(/\/admin$/)
  await page.goto('/admin/account')
  await expect(page.locator('main')).toContainText('Off.')
})

test('a revoked invitation is invalid', async ({ as, page }) => {
  const administrator = await as('administrator')
  const who = newUser()
  const link = await inviteBy(administrator, who)
  await administrator.goto('/admin/people')
  await administrator.getByRole('row', { name: who.email }).getByRole('button', { name: 'Withdraw' }).click()
  await expect(administrator.getByRole('status').first()).toContainText('withdrawn')
  await page.goto(new URL(link).pathname)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This invitation can’t be used')
})

test('password guessing is rate-limited, and the owner can sign in from a trusted device', async ({ browser }) => {
  const { who, page } = await signInSingleUse(browser, 'guessed')
  await page.getByRole('button', { name: 'Sign out' }).click()
  const elsewhere = await browser.newContext({ extraHTTPHeaders: { 'x-forwarded-for': '203.0.113.13' } })
  const stranger = await elsewhere.newPage()
  for (let time = 0; time < 9; time++) {
    await enter(stranger, { ...who, password: `guess number ${time}` })
    await expect(stranger.locator('.form-problem')).toBeVisible()
  }
  await expect(stranger.locator('.form-problem')).toContainText('Wait 15 minutes')
  await enter(page, who)
  await expect(page).toHaveURL(/\/admin$/)
})

test('the account and user pages are accessible in both languages, and only administrators see users', async ({
  as,
  browser,
}) => {
  const administrator = await as('administrator')
  const { page } = await signInSingleUse(browser, 'account-page')
  for (const path of ['/admin/people', '/admin/people/invite', '/admin/policy']) {
    await administrator.goto(path)
    await accessible(administrator)
    expect((await page.goto(path))!.status()).toBe(403)
  }
  await page.goto('/admin/account')
  await page.getByLabel('Language of the desk').selectOption('es')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Su cuenta')
  await expect(page.locator('html')).toHaveAttribute('lang', 'es')
  for (const path of ['/admin/account', '/admin/account/password', '/admin/account/second-factor']) {
    await page.goto(path)
    await accessible(page)
  }
})
