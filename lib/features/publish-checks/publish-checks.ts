import { issuesOf } from '@/lib/platform/commands/command'
import type { Issues } from '@/lib/platform/errors/errors'
import type { PublishChecks, ToPublish } from '@/lib/platform/publishing/assert-publishable'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { type CheckName, checklist, missing } from './checklist'
import { checkInputsFor, namedBy } from './check-inputs'

const messageOf = (check: CheckName): string => `publishing.check.${check}`

/** Issues that block publishing: invalid fields and failed checks. */
export const publishChecksFor =
  (types: RecordTypes): PublishChecks =>
  async (tx, actor, drafts) => {
    const issues: Issues = {}
    // The seed and scheduled drafts were checked by people. Only the publication of referenced records can have
    // changed since.
    if (actor.role === 'system') {
      const named = await namedBy(tx, types, drafts)
      for (const draft of drafts)
        for (const one of named.get(draft.id)!)
          if (!one.published && !one.together) (issues[issueAt(draft, one.path)] ??= []).push(messageOf('named'))
      return issues
    }
    const inputs = await checkInputsFor(tx, types, actor, drafts)
    for (const [index, draft] of drafts.entries()) {
      const parsed = types[draft.type]!.input.safeParse(draft.data)
      const found = parsed.success ? [] : Object.entries(issuesOf(parsed.error))
      for (const [field, messages] of found) issues[issueAt(draft, field)] = messages
      for (const { name, places } of missing(checklist(inputs[index]!)))
        for (const { path } of places) (issues[issueAt(draft, path)] ??= []).push(messageOf(name))
    }
    return issues
  }

/** Issue key: "statements/0123456789: date.edtf". */
const issueAt = ({ type, recordId }: ToPublish, field: string): string => `${type}/${recordId}: ${field}`
