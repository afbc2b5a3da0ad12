import { federalActions } from '@/lib/domain/federal-actions/commands'
import { draftHeading } from '@/lib/domain/heading'
import { jurisdictions } from '@/lib/domain/jurisdictions/commands'
import { labels } from '@/lib/domain/labels/commands'
import { officials } from '@/lib/domain/officials/commands'
import { organizations } from '@/lib/domain/organizations/commands'
import { policies } from '@/lib/domain/policies/commands'
import { sources } from '@/lib/domain/sources/commands'
import { stances } from '@/lib/domain/stances/commands'
import { statements } from '@/lib/domain/statements/commands'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { recordCommands } from '@/lib/platform/records/commands'
import { newId } from '@/lib/platform/records/ids'

// A process that publishes three entries together, over and over, until it is killed. Its argument: their data as
// JSON. It says when it is ready, begins when it is told the version to go on from, and tells of each publication.

const named = { jurisdictions, organizations, sources, officials, 'federal-actions': federalActions }
const rooms = { ...named, policies, statements, stances, labels }
const { publishDrafts, saveDrafts } = recordCommands(rooms, draftHeading, async () => ({}))

type Given = { room: string; recordId: string; data: Record<string, unknown> }[]

const entries = JSON.parse(process.argv[2]!) as Given

/** The same entry with the number of its version in a text that readers see. */
const numbered = (data: Record<string, unknown>, version: number) => ({
  ...data,
  ...('note' in data && { note: { en: `Version ${version}` } }),
  ...('summary' in data && { summary: { en: `Version ${version}` } }),
  ...('aliases' in data && { aliases: [`Version ${version}`] }),
})

process.once('message', async (from: number) => {
  for (let version = from; ; version++) {
    const drafts = entries.map(({ data, ...one }) => ({
      ...one,
      baseVersion: version,
      data: numbered(data, version + 1),
    }))
    await publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts }) })
    process.send?.('published')
  }
})
// Once, on an entry of its own, so that what comes then is as fast as in a server that has been running.
const { data: like } = entries.find(({ room }) => room === 'sources')!
const own = { ...like, url: `https://paper.example/${process.pid}/${Date.now()}` }
const draftIds = await saveDrafts(SYSTEM, {
  drafts: [{ room: 'sources', recordId: newId(), baseVersion: 0, data: own }],
})
await publishDrafts(SYSTEM, { draftIds })
process.send?.('ready')
