import { settings } from '@/lib/platform/settings'
import { command, end } from '@/scripts/ending'
import { generate } from '@/scripts/generate'
import { say, step } from '@/scripts/lines'
import { migrate } from '@/scripts/migrate'
import { Trouble } from '@/scripts/trouble'

/** `node scripts/run.mjs load`: migrates the database of DATABASE_URL and loads the first content into it. */
await command(async () => {
  const url = settings().databaseUrl
  if (!url) throw new Trouble('Set DATABASE_URL to the database to load into.')
  await generate()
  await migrate(url)
  const { loadContent } = await import('@/scripts/content') // it needs the generated client
  await step('Content', async () =>
    (await loadContent(url, (state) => say('Content', state))) ? 'loaded' : 'already there',
  )
  await end(0)
})
