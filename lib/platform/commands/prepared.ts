import type { z } from 'zod'
import { Forbidden, Invalid } from '@/lib/platform/errors'
import { type Command, issuesOf } from './command'
import { type Actor, type Permission, can } from './permissions'

type Spec<I, R> = {
  name: string
  permission: Permission
  input: z.ZodType<I>
  /** Asks others, then ends with one command, which asks for the permission again. */
  run: (actor: Actor, input: I) => Promise<R>
}

/**
 * A command that has to ask something of the network first: who may not do it is refused before anybody is asked, and
 * no transaction is open while an answer is waited for.
 */
export const prepared = <I, R>(spec: Spec<I, R>): Command<R> =>
  Object.assign(
    async (actor: Actor | null, raw: unknown): Promise<R> => {
      if (!can(actor, spec.permission)) throw new Forbidden(spec.permission)
      const parsed = spec.input.safeParse(raw)
      if (!parsed.success) throw new Invalid(issuesOf(parsed.error))
      return spec.run(actor, parsed.data)
    },
    { commandName: spec.name, permission: spec.permission },
  )
