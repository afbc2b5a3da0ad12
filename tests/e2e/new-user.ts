import { type Browser, type Page, expect } from '@playwright/test'
import { authenticatorCode } from '@/tests/fixtures/authenticator'
import { singleUseAccount } from './people'

/** A user invited by one test, whom no other test uses. */
export type NewUser = { name: string; email: string; password: string }

let count = 0
export const newUser = (): NewUser => {
  const name = `Nora NewUser ${process.pid}-${++count}`
  return {
    name,
    email: `${name.toLowerCase().replace(/\W+/g, '.')}@admin.example`,
    password: 'the first password of Nora',
  }
}

/** Invites a user as an administrator and returns the link. */
export async function inviteBy(administrator: Page, { email }: NewUser, role = 'Editor'): Promise<string> {
  await administrator.goto('/admin/people')
  await administrator.getByRole('link', { name: 'Invite somebody' }).click()
  await administrator.getByLabel('E-mail address').fill(email)
  await administrator.getByLabel(role).check()
  await administrator.getByRole('button', { name: 'Make the link' }).click()
  return administrator.getByLabel('Link', { exact: true }).inputValue()
}

/** Creates the account of an invitation link and signs the user in. */
export async function joinBy(page: Page, link: string, { name, password }: NewUser): Promise<void> {
  await page.goto(new URL(link).pathname)
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Make the account' }).click()
  await page.waitForURL(/\/admin$/)
}

/** Signs a single-use account in, in a browser context of its own. */
export async function signInSingleUse(
  browser: Browser,
  name: Parameters<typeof singleUseAccount>[0],
  options: { javaScriptEnabled?: boolean } = {},
) {
  const who = singleUseAccount(name)
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await enter(page, who)
  await page.waitForURL(/\/admin$/)
  return { who, page, context }
}

export async function enter(page: Page, { email, password }: NewUser): Promise<void> {
  await page.goto('/admin/sign-in')
  await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** Enables the second factor. Returns its secret, the recovery codes and the code that confirmed it. */
export async function setUpSecondFactor(page: Page, { password }: NewUser) {
  await page.goto('/admin/account')
  await page.getByRole('link', { name: 'Set up' }).click()
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Set up' }).click()
  await expect(page.getByRole('img', { name: 'QR code with the secret' })).toBeVisible()
  const secret = fromBase32((await page.locator('.admin-secret').textContent())!.replaceAll(' ', ''))
  const code = await authenticatorCode(secret)
  await page.getByLabel('Code from the app').fill(code)
  await page.getByRole('button', { name: 'Switch it on' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Recovery codes')
  const codes = await page.locator('.admin-codes code').allTextContents()
  expect(codes).toHaveLength(10)
  return { secret, codes, code }
}

const fromBase32 = (text: string): string => {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  )
  const bytes = bits
    .join('')
    .match(/.{8}/g)!
    .map((byte) => parseInt(byte, 2))
  return Buffer.from(bytes).toString()
}
