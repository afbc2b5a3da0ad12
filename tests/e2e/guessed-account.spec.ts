import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './admin'
import { type NewUser, enter, signInSingleUse } from './new-user'

/** Guesses at a password from many addresses, as forms without a script send them. */
async function guess(request: APIRequestContext, { email }: NewUser, baseURL: string, times: number) {
  const page = await (await request.get('/admin/sign-in')).text()
  const hidden = [...page.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)]
  expect(hidden.length).toBeGreaterThan(0)
  const fields = Object.fromEntries(
    hidden.map(([, name, value = '']) => [name!, value.replaceAll('&quot;', '"').replaceAll('&amp;', '&')]),
  )
  const answers: string[] = []
  const one = async (at: number) => {
    const send = () =>
      request.post('/admin/sign-in', {
        headers: { origin: baseURL, 'x-forwarded-for': `198.18.7.${at % 200}` },
        multipart: { ...fields, to: '', email, password: `guess number ${at}` },
      })
    let answer = await send()
    // A busy machine asks to come back.
    while (answer.status() === 503) answer = await send()
    expect(answer.status()).toBe(200)
    answers[at] = await answer.text()
  }
  for (let at = 0; at < times; at += 4) await Promise.all([0, 1, 2, 3].map((step) => one(at + step)))
  return answers
}

const isAskedForWork = (answer: string) => answer.includes('do a calculation')

test('while strangers guess, the owner signs in from a new browser in either language, and a known one needs no work', async ({
  browser,
  request,
  baseURL,
}) => {
  test.slow()
  const { who, page: known } = await signInSingleUse(browser, 'guessed-owner')
  await known.getByRole('button', { name: 'Sign out' }).click()
  await known.waitForURL(/sign-in/)
  const answers = await guess(request, who, baseURL!, 108)
  expect(answers.slice(0, 90).filter(isAskedForWork)).toEqual([])
  expect(isAskedForWork(answers.at(-1)!)).toBe(true)

  const newBrowser = async (address: string, locale: string, javaScriptEnabled = true) => {
    const context = await browser.newContext({
      locale,
      javaScriptEnabled,
      extraHTTPHeaders: { 'x-forwarded-for': address },
    })
    return context.newPage()
  }
  const english = await newBrowser('203.0.113.31', 'en-US')
  await enter(english, who)
  await expect(english).toHaveURL(/\/admin$/)

  const spanish = await newBrowser('203.0.113.32', 'es-ES')
  const enterInSpanish = async (password: string) => {
    await spanish.getByLabel('Correo electrónico').fill(who.email)
    await spanish.getByLabel('Contraseña').fill(password)
    await spanish.getByRole('button', { name: 'Iniciar sesión' }).click()
  }
  await spanish.goto('/admin/sign-in')
  // A wrong password is checked after the work, and said to be wrong.
  await enterInSpanish('no es esta')
  await expect(spanish.locator('.form-problem')).toContainText('no corresponden')
  await enterInSpanish(who.password)
  await expect(spanish).toHaveURL(/\/admin$/)

  const scriptless = await newBrowser('203.0.113.33', 'en-US', false)
  await enter(scriptless, who)
  await expect(scriptless.locator('.form-problem')).toContainText('use a browser where you have signed in before')

  await enter(known, who)
  await expect(known).toHaveURL(/\/admin$/)
})
