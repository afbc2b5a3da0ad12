import { settings } from '@/lib/platform/settings/settings'
import { command, end } from '@/scripts/cli/shutdown'
import { generate } from '@/scripts/build/generate-prisma-client'
import { say, step } from '@/scripts/cli/console'
import { migrate } from '@/scripts/postgres/migrate'
import { Trouble } from '@/scripts/cli/cli-error'

/** `node scripts/run.mjs load`: migrates the database of DATABASE_URL and loads the first content into it. */
await command(async () => {
  const url = settings().databaseUrl
  if (!url) throw new Trouble('Set DATABASE_URL to the database to load into.')
  await generate()
  await migrate(url)
  const { loadContent } = await import('@/scripts/cli/load-content') // it needs the generated client
  await step('Content', async () =>
    (await loadContent(url, (state) => say('Content', state))) ? 'loaded' : 'already there',
  )
  await end(0)
})
