import { IncomingMessage, ServerResponse } from 'node:http'
import { createRequire } from 'node:module'
import { Socket } from 'node:net'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { routePolicyFor } from '@/lib/platform/request-context/route-policies'
import { BUILT } from '@/scripts/build/build'
import { ROOT } from '@/scripts/paths'
import { builtConfig } from '@/server/build-output'
import { validateUrl } from '@/server/stages/check-url'
import { BUILD_ASSETS } from '@/server/stages/serve-build-asset'
import { requestTarget } from '@/tests/fixtures/request-targets'
import { cases } from '@/tests/fixtures/thorough'

type Resolved = { matchedOutput?: { type: string; itemPath: string } | null; statusCode?: number }
type Resolve = (request: object) => Promise<Resolved>

let resolve: Resolve

// Next's own router, without its renderer.
beforeAll(async () => {
  const require = createRequire(import.meta.url)
  const { setupFsCheck } = require('next/dist/server/lib/router-utils/filesystem')
  const { getResolveRoutes } = require('next/dist/server/lib/router-utils/resolve-routes')
  const config = builtConfig(BUILT)
  const options = { dir: ROOT, dev: false, minimalMode: false, hostname: 'localhost', port: 3000 }
  resolve = getResolveRoutes(await setupFsCheck({ ...options, config }), config, () => '', options)
})

/** The route of Next for an address, such as "/[lang]/[state]"; null where Next redirects or has none. */
async function routeOf(url: string): Promise<string | null> {
  const req = Object.assign(new IncomingMessage(new Socket()), { method: 'GET', url, headers: { host: 'localhost' } })
  const res = new ServerResponse(req)
  const { matchedOutput } = await resolve({ req, res, isUpgradeReq: false, invokedOutputs: new Set() })
  if (!matchedOutput) return null
  return matchedOutput.type === 'appFile' ? matchedOutput.itemPath : `file:${matchedOutput.type}`
}

/** An address of a route as the site links to it. */
const exampleOf = (route: string): string =>
  route
    .replace(/^\/download\/\[\.\.\.path\]$/, '/statements.csv')
    .replace(/^(\/embed)?\/\[lang\]/, '$1')
    .replace(/\[[^\]]+\]/g, 'x') || '/'

test('the policy of an address that is accepted is that of the route to which Next takes it', async () => {
  const routes = new Set<string>()
  const property = fc.asyncProperty(requestTarget, async (target) => {
    const path = target.split('?', 1)[0]!
    // Build assets never reach Next.
    if (validateUrl(target) !== null || path.startsWith(BUILD_ASSETS)) return
    const route = await routeOf(target)
    if (route === null) expect([path, routePolicyFor(path).public]).toEqual([path, !isPrivate(path)])
    else {
      routes.add(route)
      const example = route.startsWith('file:') ? '/readme.png' : exampleOf(route)
      expect([path, route, routePolicyFor(path)]).toEqual([path, route, routePolicyFor(example)])
    }
  })
  await fc.assert(property, cases(5_000))
  expect(routes.size).toBeGreaterThan(10)
})

/** What no route answers is a missing page of the area in which it is. */
const isPrivate = (path: string) => /^\/admin(\/|$)|^(\/e[ns])?\/suggest\/[^/]+$/.test(path)

test('a second name of an address in the admin area is rejected', async () => {
  for (const target of ['/%61dmin/people', '/admin%2Fpeople', '/tx/..%2Fadmin', '/x/../admin', '//admin', '/./admin'])
    expect(validateUrl(target), target).not.toBeNull()
})
