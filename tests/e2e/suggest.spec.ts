import type { Page } from '@playwright/test'
import { found } from './axe'
import { expect, test } from './admin'

const write = async (page: Page, text: string, { kind = 'Something here is wrong', url = '' } = {}) => {
  await page.getByLabel(kind).check()
  await page.getByLabel('What should we know?').fill(text)
  await page.getByLabel('Link to the source (optional)').fill(url)
  await page.getByRole('button', { name: 'Continue' }).click()
}

/** Reviews the submission for as long as the form requires, and sends it. */
const send = async (page: Page) => {
  await expect(page.getByRole('heading', { name: 'Look it over' })).toBeVisible()
  await page.waitForTimeout(2_200)
  await page.getByRole('button', { name: 'Send it' }).click()
  await expect(page).toHaveURL(/\/suggest\/[0-9a-z]{20}$/)
}

const accessible = async (page: Page) => expect(await found(page)).toEqual([])

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a reader suggests a source from a place’s page and finds the answer at the receipt’s URL', async ({
      page,
      as,
    }) => {
      test.slow()
      const text = `The council’s minutes are missing ${javaScriptEnabled}-${Date.now()}.`
      await page.goto('/tx/el-paso')
      await page.locator('main').getByRole('link', { name: 'Suggest a source or a correction' }).click()
      await expect(page.locator('.suggest-about')).toContainText('El Paso')
      await write(page, text, { kind: 'A source that is missing here', url: 'https://minutes.example/2025' })
      await send(page)
      await expect(page.getByText('It is here, and waits for an editor.')).toBeVisible()
      const receipt = page.url()

      const editor = await as('editor', { script: javaScriptEnabled })
      await editor.goto('/admin/suggestions?kind=source')
      await editor.getByRole('link', { name: text }).click()
      await expect(editor.locator('.admin-facts')).toContainText('minutes.example')
      await editor.getByRole('button', { name: 'Begin a source from the link' }).click()
      await expect(editor).toHaveURL(/\/admin\/entries\/sources-[0-9a-z]{10}/)
      await page.goto(receipt)
      await expect(page.getByText('An editor is working on it.')).toBeVisible()

      await editor.goto('/admin/suggestions?state=drafted')
      await editor.getByRole('link', { name: text }).click()
      await editor.getByLabel('Answer to the reader', { exact: true }).fill('Thank you, it is in the record now.')
      await editor.getByRole('button', { name: 'Answer and close' }).click()
      await expect(editor.getByRole('status').first()).toHaveText('Answered.')
      await page.goto(receipt)
      await expect(page.locator('.suggest-answer')).toContainText('Thank you, it is in the record now.')
      expect(await page.content()).not.toContain(text)
    })

    test('an invalid submission keeps the typed values', async ({ page }) => {
      await page.goto('/suggest')
      await write(page, 'http://a.example http://b.example http://c.example http://d.example', { url: 'no address' })
      await expect(page.locator('.form-problem')).toContainText('At most three links')
      await expect(page.locator('.form-problem')).toContainText('begins with http')
      await expect(page.getByLabel('What should we know?')).toHaveValue(/d\.example$/)
      await expect(page.getByLabel('Link to the source (optional)')).toHaveValue('no address')
      await expect(page.getByLabel('Something here is wrong')).toBeChecked()
      await write(page, 'It says the fifth, and it was the sixth.')
      await page.getByRole('button', { name: 'Change it' }).click()
      await expect(page.getByLabel('What should we know?')).toHaveValue('It says the fifth, and it was the sixth.')
    })

    test('a submission sent too fast is asked for again', async ({ page }) => {
      await page.goto('/suggest')
      await write(page, 'Sent at once, as programs do.')
      await page.getByRole('button', { name: 'Send it' }).click()
      await expect(page.locator('.form-problem')).toContainText('That was fast')
    })
  })

test('a submission that fills the honeypot field is rejected', async ({ page }) => {
  await page.goto('/suggest')
  await page.locator('#website').fill('https://pills.example')
  await write(page, 'Words that look like a suggestion.')
  await expect(page.locator('.form-problem')).toContainText('has to stay empty')
})

test('the page is identical for every reader and cacheable, and no form response is cacheable', async ({
  request,
  as,
  baseURL,
}) => {
  const [one, two] = [await request.get('/suggest?about=/tx/el-paso'), await request.get('/suggest?about=/tx/el-paso')]
  expect(await one.text()).toBe(await two.text())
  expect(one.headers()['cache-control']).toContain('s-maxage')
  expect(one.headers()['set-cookie']).toBeUndefined()
  const editor = await as('editor')
  expect(await (await editor.request.get('/suggest?about=/tx/el-paso')).text()).toBe(await one.text())
  const sent = await request.post('/suggest', { headers: { origin: baseURL! }, multipart: { text: 'nothing' } })
  expect(sent.headers()['cache-control']).toContain('no-store')
  expect((await request.get('/suggest/0123456789abcdefghjk')).status()).toBe(404)
})

test('no anonymous submission causes a server error', async ({ request, baseURL }) => {
  const { node } = await (async () => {
    const { readFileSync } = await import('node:fs')
    return JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
      node: Record<string, { workers: Record<string, unknown> }>
    }
  })()
  const [action] = Object.entries(node).find(([, { workers }]) =>
    Object.keys(workers).some((one) => /suggest\/page/.test(one) && !/admin/.test(one)),
  )!
  for (const text of [
    '',
    'x'.repeat(200_000),
    'a null \0 character, and more',
    '\ud800 half a letter',
    '🙂'.repeat(2_500),
  ])
    for (const stamp of ['', '..', 'x.y.z', '9e999.a.b']) {
      const fields = { text, stamp, kind: 'other', url: 'http://', about: '//evil', lang: 'xx', step: 'send' }
      const answer = await request.post('/suggest', {
        headers: { origin: baseURL! },
        multipart: { ...fields, [`$ACTION_ID_${action}`]: '' },
      })
      expect(answer.status(), JSON.stringify(fields).slice(0, 80)).toBeLessThan(500)
    }
})

test('a suggestion is dismissed with an internal reason and reopened', async ({ page, as }) => {
  const text = `A matter of taste ${Date.now()}.`
  await page.goto('/es/suggest')
  await page.getByLabel('Otra cosa').check()
  await page.getByLabel('¿Qué deberíamos saber?').fill(text)
  await page.getByRole('button', { name: 'Continuar' }).click()
  await accessible(page)
  await page.waitForTimeout(2_200)
  await page.getByRole('button', { name: 'Enviarlo' }).click()
  await expect(page).toHaveURL(/\/es\/suggest\/[0-9a-z]{20}$/)
  const receipt = page.url()
  const editor = await as('editor')
  await editor.goto('/admin/suggestions')
  await editor.getByRole('link', { name: text }).click()
  await accessible(editor)
  await editor.getByRole('button', { name: 'Dismiss' }).click()
  await editor.getByLabel('Reason').fill('Out of scope for the record')
  await editor.getByRole('button', { name: 'Dismiss' }).click()
  await expect(editor.getByRole('status').first()).toHaveText('Dismissed.')
  await page.goto(receipt)
  await expect(page.getByText('no se cambió nada')).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Out of scope')
  await editor.getByRole('button', { name: 'Open it again' }).click()
  await expect(editor.getByRole('status').first()).toHaveText('It is open again.')
})

test('a contributor can read suggestions but cannot answer them', async ({ as }) => {
  const contributor = await as('contributor')
  await contributor.goto('/admin/suggestions?state=all')
  await contributor.locator('tbody a').first().click()
  await expect(contributor.locator('.admin-facts')).toBeVisible()
  await expect(contributor.getByRole('button', { name: /Answer|Dismiss|Begin/ })).toHaveCount(0)
})

test('the form is accessible and can be completed by keyboard', async ({ page }) => {
  await page.goto('/suggest?about=/tx/el-paso')
  await accessible(page)
  await page.getByLabel('A source that is missing here').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Typed without a mouse, from start to end.')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Look it over' })).toBeVisible()
})
