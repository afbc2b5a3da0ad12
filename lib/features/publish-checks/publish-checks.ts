import { issuesOf } from '@/lib/platform/commands/command'
import type { Issues } from '@/lib/platform/errors/errors'
import type { PublishChecks, ToPublish } from '@/lib/platform/publishing/assert-publishable'
import type { RecordTypes } from '@/lib/platform/publishing/record-type'
import { type CheckName, checklist, missing } from './checklist'
import { checkInputsFor, namedBy } from './check-inputs'

const SAID: Record<CheckName, string> = {
  source: 'Every claim needs a source.',
  archive: 'This source has no archived copy: add one, or say in its note why there is none.',
  words: 'The captured text of the source does not have these words.',
  date: 'Give the date, and the source’s own words for it where it is no day; or say in a note why there is none.',
  stance: 'Say what the stance rests on, with quoted words.',
  named: 'This entry is not published yet: publish it together with this one.',
  second: 'The site asks for a second person: somebody else has to publish this.',
  aside: 'A save of this draft was set aside. Compare the two first.',
}

/** What stands in the way of publishing: what is not well-formed, and what the checklist misses. */
export const publishChecksFor =
  (types: RecordTypes): PublishChecks =>
  async (tx, actor, drafts) => {
    const issues: Issues = {}
    // What the loader and the schedule publish was checked by people; that nothing is missing beside it may have changed.
    if (actor.role === 'system') {
      const named = await namedBy(tx, types, drafts)
      for (const draft of drafts)
        for (const one of named.get(draft.id)!)
          if (!one.published && !one.together) (issues[issueAt(draft, one.path)] ??= []).push(SAID.named)
      return issues
    }
    const facts = await checkInputsFor(tx, types, actor, drafts)
    for (const [at, draft] of drafts.entries()) {
      const parsed = types[draft.type]!.input.safeParse(draft.data)
      const found = parsed.success ? [] : Object.entries(issuesOf(parsed.error))
      for (const [field, messages] of found) issues[issueAt(draft, field)] = messages
      for (const { name, places } of missing(checklist(facts[at]!)))
        for (const { path } of places) (issues[issueAt(draft, path)] ??= []).push(SAID[name])
    }
    return issues
  }

/** Where an issue of a set of drafts is: "statements/0123456789: date.edtf". */
const issueAt = ({ type, recordId }: ToPublish, field: string): string => `${type}/${recordId}: ${field}`
