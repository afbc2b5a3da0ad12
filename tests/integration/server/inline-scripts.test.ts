import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Handler } from '@/server/stages/respond'
import { type Answer, ask, page } from './ask-site'

const FOREIGN = [
  '<script>steal()</script>',
  '<script type="module">steal()</script>',
  '<SCRIPT async>steal()</SCRIPT >',
  '<script>(self.__next_f=self.__next_f||[]);steal()</script>',
  '<script nonce="guessed">steal()</script>',
  '<script type="speculationrules">{"prefetch":[]}</script>',
  '<svg><script>steal()</script></svg>',
]

test.each(
  FOREIGN.flatMap((script) => ['/', '/es/tx', '/embed/map', '/suggest/code', '/admin'].map((path) => [path, script])),
)('an inline script that is not of this site is not allowed on %s: %s', async (path, script) => {
  const clean = policyOf(await ask(page('<p>text</p>'), path!))
  const code = />([^]*?)<\/script/i.exec(script!.replace('<svg>', ''))![1]!
  const policy = policyOf(await ask(page(`<p>text</p>${script}`), path!))
  expect(policy).not.toContain(createHash('sha256').update(code).digest('base64'))
  expect(policy.replace(NONCE, '')).toBe(clean.replace(NONCE, ''))
})

const NONCE = /'nonce-([\w+/=]{24})'/
const policyOf = ({ headers }: Answer) => String(headers['content-security-policy'])

test('Next gets a nonce for its own scripts in the admin area, another one each time, and none on public pages', async () => {
  const echo: Handler = (req, res) => page(`[${req.headers['content-security-policy']}]`)(req, res)
  const nonces = await Promise.all(
    [1, 2, 3].map(async () => {
      const answer = await ask(echo, '/admin', { headers: { 'content-security-policy': "script-src 'nonce-guessed'" } })
      const nonce = NONCE.exec(policyOf(answer))![1]
      expect(answer.body.toString()).toBe(`[script-src 'nonce-${nonce}']`)
      return nonce
    }),
  )
  expect(new Set(nonces).size).toBe(3)
  for (const path of ['/', '/suggest/code', '/embed/map', '/api/v1'])
    for (const name of ['content-security-policy', 'content-security-policy-report-only']) {
      const answer = await ask(echo, path, { headers: { [name]: "script-src 'nonce-guessed'" } })
      expect(answer.body.toString()).toBe('[undefined]')
      expect(policyOf(answer)).not.toContain('nonce')
    }
})
