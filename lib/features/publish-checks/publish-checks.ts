import { issuesOf } from '@/lib/platform/commands/command'
import type { Issues } from '@/lib/platform/errors/errors'
import type { PublishChecks, ToPublish } from '@/lib/platform/publishing/assert-publishable'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { type CheckName, checklist, missing } from './checklist'
import { checkInputsFor, namedBy } from './check-inputs'

const MESSAGES: Record<CheckName, string> = {
  source: 'Every claim needs a source.',
  archive: 'This source has no archived copy: add one, or say in its note why there is none.',
  words: 'The captured text of the source does not have these words.',
  date: 'Give the date, and the source’s own words for it where it is no day; or say in a note why there is none.',
  stance: 'Say what the stance rests on, with quoted words.',
  named: 'This entry is not published yet: publish it together with this one.',
  second: 'The site asks for a second person: somebody else has to publish this.',
  aside: 'A save of this draft was set aside. Compare the two first.',
}

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
          if (!one.published && !one.together) (issues[issueAt(draft, one.path)] ??= []).push(MESSAGES.named)
      return issues
    }
    const inputs = await checkInputsFor(tx, types, actor, drafts)
    for (const [index, draft] of drafts.entries()) {
      const parsed = types[draft.type]!.input.safeParse(draft.data)
      const found = parsed.success ? [] : Object.entries(issuesOf(parsed.error))
      for (const [field, messages] of found) issues[issueAt(draft, field)] = messages
      for (const { name, places } of missing(checklist(inputs[index]!)))
        for (const { path } of places) (issues[issueAt(draft, path)] ??= []).push(MESSAGES[name])
    }
    return issues
  }

/** Issue key: "statements/0123456789: date.edtf". */
const issueAt = ({ type, recordId }: ToPublish, field: string): string => `${type}/${recordId}: ${field}`
