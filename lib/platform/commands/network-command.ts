import type { z } from 'zod'
import { Forbidden } from '@/lib/platform/errors/errors'
import { type Command, parseInput } from './command'
import { type Actor, type Permission, can } from './permissions'

type Spec<I, R> = {
  name: string
  permission: Permission
  input: z.ZodType<I>
  /** Fields of the input that hold a source's own characters. */
  sourceTexts?: readonly string[]
  /** Makes network requests, then runs one command, which checks the permission again. */
  run: (actor: Actor, input: I) => Promise<R>
}

/**
 * A command that makes network requests first. The permission is checked before the first request, and no transaction
 * is open while it waits for a response.
 */
export const networkCommand = <I, R>(spec: Spec<I, R>): Command<R> =>
  Object.assign(
    async (actor: Actor | null, raw: unknown): Promise<R> => {
      if (!can(actor, spec.permission)) throw new Forbidden(spec.permission)
      const input = parseInput(spec.input, raw, spec.sourceTexts)
      return spec.run(actor, input)
    },
    { commandName: spec.name, permission: spec.permission },
  )
