import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { migrate } from '@/scripts/postgres/migrate'
import { ids, makeWorld } from '../world'
import { startReaders } from './readers'
import { smallDisk } from './small-disk'

const PATHS = ['/api/v1/statements', `/api/v1/statements/${ids.statement}`, '/statements.csv', '/api/v1/changes']

export type SiteOnDisk = Awaited<ReturnType<typeof siteOnDisk>>

/** The site with a few records, in a database whose disk can be filled, and its readers. */
export async function siteOnDisk(options: Parameters<typeof smallDisk>[0] = {}) {
  const disk = await smallDisk(options)
  const url = disk.database.url('postgres')
  await closePools()
  set('DATABASE_URL', url)
  await migrate(url)
  await makeWorld()
  const readers = await startReaders(PATHS)
  const close = async () => {
    await readers.close()
    await closePools()
    await disk.remove()
  }
  return { disk, url, readers, close }
}
