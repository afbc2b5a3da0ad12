import type { z } from 'zod'
import { Forbidden } from '@/lib/platform/errors/errors'
import { type Command, parseInput } from './command'
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
export const networkCommand = <I, R>(spec: Spec<I, R>): Command<R> =>
  Object.assign(
    async (actor: Actor | null, raw: unknown): Promise<R> => {
      if (!can(actor, spec.permission)) throw new Forbidden(spec.permission)
      const input = parseInput(spec.input, raw)
      return spec.run(actor, input)
    },
    { commandName: spec.name, permission: spec.permission },
  )
