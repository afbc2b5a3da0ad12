import { migrate } from '@/scripts/postgres/migrate'
import { withConnection, quoteIdentifier, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'
import { DATASET, fill } from './fill'

/** The database with so many statements: made once, kept, and brought to the newest migration. */
export async function dataset(admin: string, size: number, tell: (state: string) => void): Promise<string> {
  const name = `bench_v${DATASET}_${size}`
  const url = withDatabase(admin, name)
  const exists = await withConnection(admin, (client) =>
    client.query('SELECT FROM pg_database WHERE datname = $1', [name]).then(({ rowCount }) => Boolean(rowCount)),
  )
  if (!exists) {
    const part = `${name}_part`
    tell('the first content')
    const content = await contentTemplate({ admin, prefix: 'bench_' })
    await dropDatabase(admin, part)
    await copyDatabase(admin, content, part)
    await fill(withDatabase(admin, part), size, tell)
    await withConnection(admin, (client) =>
      client.query(`ALTER DATABASE ${quoteIdentifier(part)} RENAME TO ${quoteIdentifier(name)}`),
    )
  }
  await migrate(url)
  return url
}
