import { randomBytes } from 'node:crypto'
import { closePools } from '@/lib/platform/database/pool'
import { set, settings } from '@/lib/platform/settings/settings'
import { build } from '@/scripts/build/build'
import { onShutdown, runCommand } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { createRoles } from '@/scripts/postgres/create-roles'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase } from '@/scripts/postgres/templates'
import { serve } from '@/server/serve'
import { articlesPort, makeArticleSource, serveArticles } from '@/tests/e2e/articles'
import { plantCanaries } from '@/tests/e2e/canaries'
import { makeAdminWork } from '@/tests/e2e/admin-work'
import { makeHistory } from '@/tests/e2e/history'
import { plantHostile } from '@/tests/e2e/hostile'
import { makePeople, makeSingleUseAccounts } from '@/tests/e2e/people'
import { serveBeside, throughNextPort } from '@/tests/e2e/through-next'

await runCommand(async () => {
  settings()
  set('AUTH_SECRET', randomBytes(32).toString('base64url'))
  const server = await openTestServer()
  onShutdown(server.leave)
  onShutdown(closePools)
  await generate()
  const from = await contentTemplate(server)
  await copyDatabase(server.admin, from, `${server.prefix}e2e`)
  set('DATABASE_URL', withDatabase(server.admin, `${server.prefix}e2e`))
  await makeHistory()
  await makePeople()
  await makeSingleUseAccounts()
  await makeAdminWork()
  const articles = await serveArticles(articlesPort(settings().port))
  onShutdown(articles.close)
  set('FETCH_ALLOWED_ORIGINS', articles.origin)
  set('ARCHIVE_URL', articles.origin)
  await makeArticleSource(articles.origin)
  await plantCanaries()
  await plantHostile()
  await build()
  // From here on the site runs with the restricted roles of a real server, so that the tests cover their grants.
  const roles = await createRoles(settings().databaseUrl!)
  await closePools()
  set('DATABASE_URL', roles.app)
  set('DATABASE_PUBLIC_URL', roles.public)
  const site = await serve({ dev: false, tests: true })
  onShutdown(site.close)
  onShutdown(await serveBeside(throughNextPort(settings().port), site.throughNext))
  await site.complete()
  console.log(`The tests' site is on ${site.url}`)
})
