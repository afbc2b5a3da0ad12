import type { PlaceRef, Ref } from '@/lib/records/shared/reference'
import { withConnection } from '@/scripts/postgres/databases'
import { policy, stance, succession } from './conduct'
import { source } from './papers'
import { official, organization } from './people'
import { randomFrom } from './random'
import { dropIndexes, finish, settle } from './finish'
import { statement } from './statements'
import { type Tables, openTables } from './tables'
import type { World } from './world'
import { writeOfficial, writeOrganization, writePolicy, writeSource, writeStance, writeStatement } from './write'

/** Increase it when the same size would generate other records. */
export const DATASET = 5

const SEED = 20_261_122

/** The number of records of each other type. */
export const proportions = (size: number) => ({
  organizations: Math.max(50, Math.round(size / 40)),
  sources: Math.max(50, Math.round(size / 3)),
  officials: Math.max(50, Math.round(size / 20)),
  policies: Math.max(20, Math.round(size / 50)),
  /** One statement in this many leads to a stance. */
  stances: 8,
})

const times = (count: number) => Array.from({ length: count }, (_, at) => at)

/** Records of the first content that generated records refer to: the largest places, and federal actions. */
const beginning = (url: string): Promise<World> =>
  withConnection(url, async (client) => {
    const places = await client.query<{ card: PlaceRef & { fullName: string } }>(
      `SELECT card FROM jurisdiction WHERE population IS NOT NULL ORDER BY population DESC, id LIMIT 12000`,
    )
    const actions = await client.query<{ card: Ref & { title: { en: string } } }>(
      `SELECT card FROM federal_action ORDER BY id`,
    )
    return {
      random: randomFrom(SEED),
      places: places.rows.map(({ card: { id, path, fullName, usps, kind } }) => ({
        id,
        path,
        name: fullName,
        usps,
        kind,
      })),
      federalActions: actions.rows.map(({ card: { id, path, title } }) => ({ id, path, name: title.en })),
      organizations: [],
      sources: [],
      officials: [],
      policies: [],
    }
  })

/**
 * Adds `size` statements and their related records to a database with the first content, the same ones in every run. They
 * are written directly, because publishing a million records by `command()` would take hours.
 */
export async function fill(url: string, size: number, reportProgress: (state: string) => void): Promise<void> {
  const world = await beginning(url)
  const indexes = await dropIndexes(url)
  const into = await openTables(url)
  reportProgress('people, bodies, sources and policies')
  await makeWorld(world, into, size)
  // PostgreSQL computes their search text while the statements are being generated.
  const waitUntilIdle = Promise.all(
    (['organization', 'source', 'official', 'policy'] as const).map((table) =>
      into[table].end().then(() => settle(url, table)),
    ),
  )
  const stances = succession()
  for (const at of times(size)) {
    if (at % 10_000 === 0) reportProgress(`statements, ${Math.round((100 * at) / size)} %`)
    const said = statement(world, at)
    await writeStatement(into, said)
    if (at % proportions(size).stances === 0) stances.add(stance(world, at, said))
  }
  for (const one of stances.kept) await writeStance(into, one, stances.supersedes(one.id))
  reportProgress('search words')
  await waitUntilIdle
  const { organization: _, source: __, official: ___, policy: ____, ...open } = into
  await Promise.all(Object.values(open).map((one) => one.end()))
  await Promise.all([settle(url, 'statement'), settle(url, 'stance')])
  reportProgress('indexes')
  await finish(url, indexes)
}

async function makeWorld(world: World, into: Tables, size: number): Promise<void> {
  const { organizations, sources, officials, policies } = proportions(size)
  for (const at of times(organizations)) world.organizations.push(organization(world, at))
  for (const at of times(sources)) world.sources.push(source(world, at))
  for (const at of times(officials)) world.officials.push(official(world, at))
  for (const at of times(policies)) world.policies.push(policy(world, at))
  for (const one of world.organizations) await writeOrganization(into, one)
  for (const one of world.sources) await writeSource(into, one)
  for (const one of world.officials) await writeOfficial(into, one)
  for (const one of world.policies) await writePolicy(into, one)
}
