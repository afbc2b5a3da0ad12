import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { Role } from './invitations'

const Reason = z.string().trim().min(3, 'people.sayWhy').max(500, 'people.shorter')
const UserId = z.string().min(1).max(64)

/** Locks the administrators' rows, so that the last two can't deactivate each other at the same time. */
async function notTheLast(tx: Transaction, id: string): Promise<void> {
  const active = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM admin_user WHERE role = 'administrator' AND deactivated_at IS NULL ORDER BY id FOR UPDATE`
  if (active.length === 1 && active[0]!.id === id) throw new Conflict('people.lastAdministrator')
}

const personIn = async (tx: Transaction, id: string) => {
  const found = await tx.user.findUnique({ where: { id } })
  if (!found) throw new NotFound('people.nobody')
  return found
}

/** Takes effect with the person's next request. */
export const changeRole = command({
  name: 'people.role',
  permission: 'person:change',
  input: z.strictObject({ id: UserId, role: Role, reason: z.string().trim().max(500, 'people.shorter').default('') }),
  run: async ({ tx, actor, input: { id, role, reason } }) => {
    await personIn(tx, id)
    if (role !== 'administrator') await notTheLast(tx, id)
    const { role: before } = await personIn(tx, id)
    if (before === role) return null
    await tx.user.update({ where: { id }, data: { role } })
    await tx.personEvent.create({ data: { userId: id, what: role, reason, byId: actor.id } })
    return before
  },
  detail: ({ id, role }, before) => before && { person: id, from: before, to: role },
})

/** Ends the person's sessions immediately. Their work stays attributed to them. */
export const deactivate = command({
  name: 'people.deactivate',
  permission: 'person:change',
  input: z.strictObject({ id: UserId, reason: Reason }),
  run: async ({ tx, actor, input: { id, reason } }) => {
    await personIn(tx, id)
    await notTheLast(tx, id)
    const where = { id, deactivatedAt: null }
    const { count } = await tx.user.updateMany({ where, data: { deactivatedAt: new Date() } })
    if (!count) throw new Conflict('people.isDeactivated')
    await tx.reset.updateMany({ where: { userId: id, usedAt: null, revokedAt: null }, data: { revokedAt: new Date() } })
    await tx.personEvent.create({ data: { userId: id, what: 'deactivated', reason, byId: actor.id } })
    return tx.session.deleteMany({ where: { userId: id } })
  },
  detail: ({ id }, { count }) => ({ person: id, sessionsEnded: count }),
})

export const reactivate = command({
  name: 'people.reactivate',
  permission: 'person:change',
  input: z.strictObject({ id: UserId, reason: Reason }),
  run: async ({ tx, actor, input: { id, reason } }) => {
    await personIn(tx, id)
    const where = { id, deactivatedAt: { not: null } }
    const { count } = await tx.user.updateMany({ where, data: { deactivatedAt: null } })
    if (!count) throw new Conflict('people.isActive')
    await tx.personEvent.create({ data: { userId: id, what: 'reactivated', reason, byId: actor.id } })
  },
  detail: ({ id }) => ({ person: id }),
})

export const endSessionsOf = command({
  name: 'people.endSessions',
  permission: 'person:change',
  input: z.strictObject({ id: UserId }),
  run: async ({ tx, input: { id } }) => {
    await personIn(tx, id)
    return tx.session.deleteMany({ where: { userId: id } })
  },
  detail: ({ id }, { count }) => ({ person: id, sessionsEnded: count }),
})
