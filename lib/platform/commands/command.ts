import type { z } from 'zod'
import { sql } from '@/lib/platform/database/sql'
import { type Transaction, transaction } from '@/lib/platform/database/write'
import { Forbidden, Invalid, type Issues } from '@/lib/platform/errors/errors'
import { hasForbiddenCharacters } from '@/lib/platform/text/clean-text'
import { type Actor, type Permission, can } from './permissions'
import { issueMessage } from './issue-message'

type Spec<I, R> = {
  /** The command's name in the change log: "drafts.publish". */
  name: string
  permission: Permission
  input: z.ZodType<I>
  /** Fields of the input that hold a source's own characters, such as a captured text. */
  sourceTexts?: readonly string[]
  /** Makes the change. Its result is returned to the caller. */
  run: (given: { tx: Transaction; actor: Actor; input: I }) => Promise<R>
  /** The detail in the change log: ids and counts, never texts or names. Null if nothing changed: then no entry. */
  detail?: (input: I, result: R) => unknown
}

/** @throws Forbidden, Invalid, NotFound or Conflict. Then nothing was changed. */
export type Command<R = unknown> = ((actor: Actor | null, raw: unknown) => Promise<R>) & {
  commandName: string
  permission: Permission
}

/**
 * The only way to change data. It checks the permission, parses the input, and runs one transaction with the change and
 * its entry in the change log.
 */
export const command = <I, R>(spec: Spec<I, R>): Command<R> =>
  Object.assign(
    async (actor: Actor | null, raw: unknown): Promise<R> => {
      if (!can(actor, spec.permission)) throw new Forbidden(spec.permission)
      const input = parseInput(spec.input, raw, spec.sourceTexts)
      return transaction(async (tx) => {
        const result = await spec.run({ tx, actor, input })
        const detail = spec.detail ? spec.detail(input, result) : {}
        if (detail !== null)
          await tx.rows(sql`
            INSERT INTO change (at, command, by_id, detail)
            VALUES (${new Date()}, ${spec.name}, ${actor.id}, ${JSON.stringify(detail)}::jsonb)`)
        return result
      })
    },
    { commandName: spec.name, permission: spec.permission },
  )

/** Parses the input. @throws Invalid */
export const parseInput = <I>(schema: z.ZodType<I>, raw: unknown, sourceTexts: readonly string[] = []): I => {
  const parsed = schema.safeParse(raw)
  if (!parsed.success) throw new Invalid(issuesOf(parsed.error))
  const path = hasForbiddenCharacters(parsed.data, [], sourceTexts)
  if (path !== null) throw new Invalid({ [path]: ['validation.character'] })
  return parsed.data
}

/** The issues by the path of the field, such as "variants.0.passages". */
export const issuesOf = (error: z.ZodError): Issues => {
  const issues: Issues = {}
  for (const issue of error.issues) (issues[issue.path.join('.')] ??= []).push(issueMessage(issue))
  return issues
}
