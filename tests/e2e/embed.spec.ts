import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { found } from './axe'
import { expect, test } from './reading'

/** Another site with a page that contains our embed code. */
const withHost = async (lines: string[], work: (address: string) => Promise<void>) => {
  const page = `<!doctype html><title>Elsewhere</title><body><h1>Elsewhere</h1>${lines.join('<hr>')}</body>`
  const host = createServer((_, res) => res.setHeader('Content-Type', 'text/html; charset=utf-8').end(page))
  await new Promise<void>((ready) => host.listen(0, '127.0.0.1', ready))
  await work(`http://127.0.0.1:${(host.address() as AddressInfo).port}/`).finally(() => host.close())
}

test('the embed code of a list and of the map fits its content on another site, at 320 and 1,200 px', async ({
  page,
}) => {
  const lines: string[] = []
  for (const path of ['/statements?state=TX', '/map?topic=detainers', '/es/policies?view=table', '/tx']) {
    await page.goto(path)
    await page.getByText(/^(Embed this|Insertar en otra página)$/).click()
    lines.push(await page.getByLabel(/^(To paste into your page|Para pegar en su página)$/).inputValue())
  }
  await withHost(lines, async (host) => {
    for (const width of [320, 1200]) {
      await page.setViewportSize({ width, height: 800 })
      await page.goto(host)
      const frames = page.locator('iframe')
      await expect(frames).toHaveCount(lines.length)
      for (const frame of await frames.all()) {
        await frame.scrollIntoViewIfNeeded()
        const inside = await (await frame.elementHandle())!.contentFrame()
        await inside!.waitForSelector('.embed-credit')
        const overflow = () =>
          inside!.evaluate(() => {
            const { scrollHeight, clientHeight, scrollWidth, clientWidth } = document.documentElement
            return [Math.max(0, scrollHeight - clientHeight - 1), Math.max(0, scrollWidth - clientWidth)]
          })
        await expect.poll(overflow, { message: `${inside!.url()} at ${width}` }).toEqual([0, 0])
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    }
  })
})

test('another site’s iframe is not resized', async ({ page, baseURL }) => {
  const other = `<iframe id="other" height="111" src="data:text/html,<script>parent.postMessage({sentinel:'amp',type:'embed-size',height:900},'*')</script>"></iframe>`
  await withHost([other, `<script src="${baseURL}/embed.js"></script>`], async (host) => {
    await page.goto(host)
    await page.waitForTimeout(300)
    expect(await page.locator('#other').getAttribute('height')).toBe('111')
  })
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('an embed has its title, rows, credit, date and a link to its page', async ({ page }) => {
      const answer = await page.goto('/embed/statements?state=TX&rows=1')
      expect(answer!.headers()['content-security-policy']).toContain('frame-ancestors *')
      const total = Number.parseInt((await page.locator('h1').textContent())!, 10)
      await expect(page.locator('h1')).toHaveText(`${total} statements in Texas`)
      await expect(page.locator('.entries > li')).toHaveCount(1)
      await expect(page.getByRole('link', { name: `All ${total}` })).toHaveAttribute('href', '/statements?state=TX')
      await expect(page.locator('.embed-credit')).toContainText(/Local Record · Entries as of \d+ \w+ 20\d\d/)
      await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/)
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', /[^d]\/statements\?state=TX$/)
      await expect(page.locator('script[src]')).toHaveCount(0)
      await page.goto('/es/embed/map?topic=detainers&state=il')
      await expect(page.locator('html')).toHaveAttribute('lang', 'es')
      await page.getByText('Lo mismo en una tabla').click()
      await expect(page.locator('.embed-table')).toHaveAttribute('open', '')
    })

    test('the embed code is selectable, and the copy button requires JavaScript', async ({ page, context }) => {
      await page.goto('/stances')
      await page.getByText('Embed this', { exact: true }).click()
      const line = await page.getByLabel('To paste into your page').inputValue()
      expect(line).toMatch(/^<iframe src="[^"]+\/embed\/stances" title="Stances" [^\n]+<\/script>$/)
      const button = page.getByRole('button', { name: 'Copy the line' })
      if (!javaScriptEnabled) return expect(button).toBeHidden()
      await context.grantPermissions(['clipboard-read', 'clipboard-write'])
      await button.click()
      await expect(page.locator('.embed-this').getByRole('status')).toHaveText('Copied.')
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(line)
    })
  })

test('the page links to its oEmbed document, which contains its iframe', async ({ page, request, baseURL }) => {
  for (const path of ['/statements?state=TX', '/es/map?topic=detainers', '/tx']) {
    await page.goto(path)
    const named = await page.locator('link[type="application/json+oembed"]').getAttribute('href')
    const address = new URL(named!)
    const answer = await request.get(`${address.pathname}${address.search}&maxwidth=400&dnt=true`)
    expect(answer.status(), path).toBe(200)
    const { version, type, html, width } = await answer.json()
    expect([version, type, width]).toEqual(['1.0', 'rich', 400])
    const src = /src="([^"]+)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    expect(src.startsWith(baseURL!)).toBe(true)
    expect((await request.get(src)).status()).toBe(200)
  }
  const ask = async (query: string) => (await request.get(`/api/oembed?${query}`)).status()
  expect(await ask(`url=${encodeURIComponent('https://elsewhere.example/statements')}`)).toBe(404)
  expect(await ask(`url=${baseURL}/about`)).toBe(404)
  expect(await ask(`url=${baseURL}/statements&format=xml`)).toBe(501)
  expect(await ask('format=json')).toBe(422)
})

test('a single entry can be embedded with its supporting quotes', async ({ page }) => {
  await page.goto('/statements?state=TX&fidelity=reported_verbatim')
  await page.locator('.entries h3 a').first().click()
  await page.getByText('Embed this', { exact: true }).click()
  const title = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('link', { name: 'What it looks like' }).click()
  await expect(page).toHaveURL(/\/embed\/statements\/[0-9a-z]{10}$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title!)
  await expect(page.locator('blockquote')).toHaveCount(1)
  await expect(page.locator('.embed-credit')).toContainText('Local Record')
})

test('a missing page also returns 404 in an embed', async ({ request }) => {
  for (const path of ['/embed/nothing', '/embed/statements/0000000000', '/es/embed/statements/x/y', '/embed'])
    expect((await request.get(path)).status(), path).toBe(404)
})

test('axe reports no serious violation in an embed', async ({ page }) => {
  for (const path of ['/embed/statements?rows=3', '/embed/map', '/es/embed/stances?view=table']) {
    await page.goto(path)
    expect(await found(page)).toEqual([])
  }
})
