import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import { sql } from '@/lib/platform/database/sql'
import type { Actor } from '@/lib/platform/commands/permissions'
import { idFor } from '@/lib/platform/publishing/ids'
import { submitDraft } from '@/lib/platform/publishing/review'
import { PEOPLE, type PersonKey } from './people'

const id = (type: string, name: string) => idFor(type, `admin work ${name}`)

const trio = (name: string) => ({
  source: id('sources', `trio ${name}`),
  official: id('officials', `trio ${name}`),
  statement: id('statements', `trio ${name}`),
})

/** Drafts that reference each other, and records to compare, restore and merge. */
export const WORK = {
  source: id('sources', 'source'),
  official: id('officials', 'official'),
  statement: id('statements', 'statement'),
  incomplete: id('statements', 'incomplete'),
  scheduled: id('sources', 'scheduled'),
  scheduledToo: id('sources', 'scheduled too'),
  unscheduled: id('sources', 'unscheduled'),
  trio: trio('one'),
  trioToo: trio('two'),
  versions: id('sources', 'versions'),
  withdrawn: id('sources', 'withdrawn'),
  twins: [id('officials', 'twin one'), id('officials', 'twin two')] as const,
  strangers: [id('officials', 'stranger one'), id('officials', 'stranger two')] as const,
  twinSays: id('statements', 'twin says'),
  quoted: id('sources', 'quoted'),
  /** The number of drafts with this heading. */
  many: { count: 143, words: 'Report on a council meeting' },
  others: { count: 143, words: 'Note from a budget hearing' },
  /** Three drafts; one of them can’t be published. */
  few: { words: 'Letter to the county' },
}

const SENTENCE = 'Mayor Marta Villegas said the city “will keep its own list of priorities” this year.'

const source = (title: string) => ({
  title,
  url: `https://paper.example/${title.toLowerCase().replace(/\W+/g, '-')}`,
  outlet: 'Example Paper',
  authors: [],
  kind: 'local_news',
  archiveUrl: null,
  note: { en: 'Not archived: the site refuses archives.', es: 'Sin archivar: el sitio no lo permite.' },
  published: { edtf: '2025-01-30' },
  lineage: [],
  captures: [],
  leads: [],
})

const citation = (exact: string, sourceId = WORK.source) => ({
  sourceId,
  exact,
  fidelity: 'reported_verbatim',
  found: 'not_checked',
})

const official = (name: string, jurisdictionId: string, sourceId = WORK.source) => ({
  name,
  aliases: [],
  bioguide: null,
  note: null,
  roles: [
    {
      title: { en: 'Mayor', es: 'Alcaldesa' },
      office: 'mayor',
      district: null,
      party: null,
      organizationId: null,
      jurisdictionId,
      from: { edtf: '2022' },
      to: null,
      citations: [citation('Mayor Marta Villegas', sourceId)],
    },
  ],
})

const statement = (officialId: string, jurisdictionId: string, sourceId = WORK.source) => ({
  kind: 'remark',
  channel: 'interview',
  summary: { en: 'The mayor says the city sets its own priorities.', es: 'La alcaldesa dice que la ciudad decide.' },
  topics: ['local-resources'],
  rationales: [],
  notes: [],
  speakers: [{ officialId, organizationId: null, asPrinted: null }],
  placeIds: [jurisdictionId],
  date: { edtf: '2025-01-29' },
  variants: [
    {
      passages: ['will keep its own list of priorities'],
      preferred: true,
      reason: null,
      citation: citation(SENTENCE, sourceId),
    },
  ],
  positions: [],
  answersIds: [],
  citations: [],
})

const actors = async (): Promise<Record<PersonKey, Actor>> => {
  const found = await sql`SELECT id, email, role FROM admin_user`.rows<Actor & { email: string }>()
  return Object.fromEntries(
    Object.entries(PEOPLE).map(([key, { email }]) => {
      const { id: own, role } = found.find((one) => one.email === email)!
      return [key, { id: own, role }]
    }),
  ) as Record<PersonKey, Actor>
}

const draft = (type: string, recordId: string, data: object, baseVersion = 0) => ({ type, recordId, baseVersion, data })

/** Typical content of the admin area. */
export async function makeAdminWork(): Promise<void> {
  const { contributor, editor } = await actors()
  const [place] = await sql`SELECT id FROM jurisdiction WHERE path = '/ne/lincoln'`.rows<{ id: string }>()
  const lincoln = place!.id
  const publish = async (...drafts: ReturnType<typeof draft>[]) =>
    publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts }) })

  await saveDrafts(contributor, {
    drafts: [
      draft('sources', WORK.source, source('Mayor speaks about priorities')),
      draft('officials', WORK.official, official('Marta Villegas', lincoln)),
      draft('statements', WORK.statement, statement(WORK.official, lincoln)),
    ],
  })
  await submitDraft(contributor, { id: `statements-${WORK.statement}` })
  const incomplete = { ...statement(WORK.official, lincoln), variants: [], date: { edtf: '2024-11' } }
  await saveDrafts(contributor, { drafts: [draft('statements', WORK.incomplete, incomplete)] })
  await saveDrafts(editor, {
    drafts: [
      draft('sources', WORK.scheduled, source('A notice for later')),
      draft('sources', WORK.scheduledToo, source('Another notice for later')),
      draft('sources', WORK.unscheduled, source('A notice without a day')),
      ...[WORK.trio, WORK.trioToo].flatMap((own, at) => [
        draft('sources', own.source, source(`A report on three things, part ${at + 1}`)),
        draft('officials', own.official, official(`Nadia Okonjo ${'III'.slice(at)}`, lincoln, own.source)),
        draft('statements', own.statement, statement(own.official, lincoln, own.source)),
      ]),
    ],
  })

  await publish(draft('sources', WORK.versions, source('The first heading of this report')))
  await publish(draft('sources', WORK.versions, source('The second heading of this report'), 1))
  await publish(draft('sources', WORK.withdrawn, source('A report that will be withdrawn')))

  await publish(draft('sources', WORK.quoted, source('A report that is quoted')))
  await publish(
    ...[
      ['Teresa Ibarra', WORK.twins[0]],
      ['Teresa Ybarra', WORK.twins[1]],
      ['Gordon Pell', WORK.strangers[0]],
      ['Gordan Pell', WORK.strangers[1]],
    ].map(([name, own]) => draft('officials', own!, official(name!, lincoln, WORK.quoted))),
  )
  await publish(draft('statements', WORK.twinSays, statement(WORK.twins[1], lincoln, WORK.quoted)))

  const many = [WORK.many, WORK.others].flatMap(({ count, words }) =>
    Array.from({ length: count }, (_, at) =>
      draft('sources', id('sources', `${words} ${at}`), source(`${words}, number ${at + 1}`)),
    ),
  )
  await saveDrafts(contributor, { drafts: many })
  const few = [1, 2, 3].map((at) => {
    const letter = source(`${WORK.few.words}, part ${at}`)
    return draft('sources', id('sources', `letter ${at}`), at === 3 ? { ...letter, note: null } : letter)
  })
  await saveDrafts(contributor, { drafts: few })
}
