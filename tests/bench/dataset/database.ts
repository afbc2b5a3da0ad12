import { migrate } from '@/scripts/postgres/migrate'
import { withConnection, quoteIdentifier, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { DATASET, fill } from './fill'

/** The database with `size` statements. It is created once, kept, and migrated on later runs. */
export async function dataset(admin: string, size: number, reportProgress: (state: string) => void): Promise<string> {
  const name = `bench_v${DATASET}_${size}`
  const url = withDatabase(admin, name)
  const exists = await withConnection(admin, (client) =>
    client.query('SELECT FROM pg_database WHERE datname = $1', [name]).then(({ rowCount }) => Boolean(rowCount)),
  )
  if (!exists) {
    const part = `${name}_part`
    reportProgress('the first content')
    const content = await contentTemplate({ admin, prefix: 'bench_' })
    await dropDatabase(admin, part)
    await copyDatabase(admin, content, part)
    await fill(withDatabase(admin, part), size, reportProgress)
    await withConnection(admin, (client) =>
      client.query(`ALTER DATABASE ${quoteIdentifier(part)} RENAME TO ${quoteIdentifier(name)}`),
    )
  }
  await migrate(url)
  return url
}
