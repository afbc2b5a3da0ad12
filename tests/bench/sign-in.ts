// Times failed sign-ins for a known and an unknown email, alternating, and prints the ratio of the medians. Near 1, the
// time does not reveal whether an account exists.
//
//   npx tsx tests/bench/sign-in.ts
import { randomUUID } from 'node:crypto'
import { auth, nullIfUnauthorized } from '@/lib/platform/auth/auth'
import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'
import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { openTestServer, withDatabase } from '@/scripts/postgres/databases'
import { contentTemplate, copyDatabase, dropDatabase } from '@/scripts/postgres/templates'

const ROUNDS = 60

const server = await openTestServer()
const name = `${server.prefix}${randomUUID().slice(0, 8)}`
await copyDatabase(server.admin, await contentTemplate(server), name)
set('DATABASE_URL', withDatabase(server.admin, name))
set('AUTH_SECRET', randomUUID())

const known = 'known@admin.example'
const { token } = (await invite(SYSTEM, { email: known, role: 'editor' })) as { token: string }
await acceptInvitation(VISITOR, { token, name: 'Known', email: known, password: 'the password of Known' })

const time = async (email: string): Promise<number> => {
  const started = performance.now()
  await nullIfUnauthorized(
    auth().api.signInEmail({ body: { email, password: 'not the password' }, headers: new Headers() }),
  )
  return performance.now() - started
}
const median = (times: number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!

const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
for (let round = -5; round < ROUNDS; round++)
  for (const [who, email] of [
    ['known', known],
    ['unknown', `nobody-${round}@admin.example`],
  ] as const) {
    const took = await time(email)
    if (round >= 0) times[who].push(took)
  }
const [there, not] = [median(times.known), median(times.unknown)]
console.log(
  `${ROUNDS} rounds: known ${there.toFixed(1)} ms, unknown ${not.toFixed(1)} ms, ratio ${(there / not).toFixed(2)}`,
)

await closePools()
await dropDatabase(server.admin, name)
await server.leave()
