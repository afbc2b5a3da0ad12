import { SYSTEM } from '@/lib/platform/commands/permissions'
import { idFor } from '@/lib/platform/publishing/ids'
import { importPlaces } from '@/lib/records/jurisdictions/import-places'
import type { RecordTypeName } from '@/lib/records/registry'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'

// A small realistic dataset, published through the regular commands.

export const ids = {
  state: idFor('jurisdictions', 'test:tx'),
  city: idFor('jurisdictions', 'test:el-paso'),
  police: idFor('organizations', 'police'),
  source: idFor('sources', 'paper'),
  rewrite: idFor('sources', 'rewrite'),
  chief: idFor('officials', 'chief'),
  action: idFor('federal-actions', 'order'),
  statement: idFor('statements', 'raids'),
  policy: idFor('policies', 'ordinance'),
  stance: idFor('stances', 'raids'),
  label: idFor('labels', 'welcoming'),
}

const place = {
  geoid: null,
  ocdId: null,
  geonamesId: null,
  countyGeoid: null,
  population: null,
  lat: null,
  lon: null,
  aliases: [],
  note: null,
}

export const SENTENCE = 'Chief Ana Peña said her officers have “no plans to join any raids,” and went on.'

export const citation = (more: object = {}) => ({
  sourceId: ids.source,
  exact: SENTENCE,
  fidelity: 'reported_verbatim',
  found: 'found',
  ...more,
})

const text = (en: string) => ({ en, es: en })

export const inputs = {
  organizations: {
    name: 'El Paso Police Department',
    kind: 'police_department',
    aliases: ['EPPD'],
    note: null,
    jurisdictionId: ids.city,
    servesIds: [ids.state],
  },
  sources: {
    title: 'Chief speaks',
    url: 'https://paper.example/chief?utm_source=x',
    outlet: 'The Paper',
    authors: [],
    kind: 'local_news',
    archiveUrl: null,
    note: null,
    published: { edtf: '2025-01-22' },
    lineage: [],
    captures: [{ sha256: 'a'.repeat(64), capturedOn: null, note: null }],
    leads: [],
  },
  officials: {
    name: 'Ana Peña',
    aliases: ['A. Pena'],
    bioguide: null,
    note: null,
    roles: [
      {
        title: text('Police Chief'),
        office: 'police_chief',
        district: null,
        party: null,
        organizationId: ids.police,
        jurisdictionId: ids.city,
        from: { edtf: '2024' },
        to: null,
        citations: [citation({ exact: 'Chief Ana Peña' })],
      },
    ],
  },
  'federal-actions': {
    title: text('An order'),
    kind: 'executive_order',
    agency: null,
    summary: text('An order.'),
    topics: ['mass-removal'],
    notes: [],
    date: { edtf: '2025-01-20' },
    events: [{ status: 'signed', date: { edtf: '2025-01-20' }, note: null, citation: citation() }],
    citations: [citation()],
  },
  statements: {
    kind: 'remark',
    channel: 'interview',
    summary: text('The chief has no plans to join operations.'),
    topics: ['enforcement-participation'],
    rationales: [],
    notes: [],
    speakers: [{ officialId: ids.chief, organizationId: ids.police, asPrinted: null }],
    placeIds: [ids.city],
    date: { edtf: '2025-01-20/2025-01-22', asWritten: 'this week' },
    variants: [{ passages: ['no plans to join any raids,'], preferred: true, reason: null, citation: citation() }],
    positions: [{ topic: 'mass-removal', position: 'unclear', span: '"no plans to join any raids,"' }],
    answersIds: [ids.action],
    citations: [],
  },
  policies: {
    title: text('An ordinance'),
    instrument: 'ordinance',
    number: null,
    model: null,
    binding: 'yes',
    summary: text('It limits the use of city money.'),
    notes: [],
    jurisdictionId: ids.city,
    organizationId: null,
    officialId: null,
    events: [{ status: 'adopted', date: { edtf: '2024-11' }, note: null, citation: citation() }],
    provisions: [{ topic: 'local-resources', text: text('No money.'), span: 'no plans' }],
    answersIds: [ids.action],
    citations: [citation()],
  },
  stances: {
    topic: 'enforcement-participation',
    value: 'will_not_cooperate',
    setting: null,
    cases: null,
    bound: [],
    duty: null,
    basis: 'statement',
    asOf: { edtf: '2025-01-22' },
    asOfBasis: 'source',
    fromBasis: 'first_seen',
    until: null,
    coding: 'editor',
    codedOn: '2026-11-22',
    confirmedOn: null,
    disputed: null,
    note: null,
    organizationId: ids.police,
    jurisdictionId: ids.city,
    from: { edtf: '2025-01-22' },
    statementIds: [ids.statement],
    policyIds: [],
    supersedesId: null,
    citations: [citation()],
  },
  labels: {
    words: 'welcoming city',
    labeller: 'City of El Paso',
    own: true,
    note: null,
    jurisdictionId: ids.city,
    statementId: ids.statement,
    policyId: null,
    date: null,
    citations: [citation()],
  },
}

const WORLD: [RecordTypeName, keyof typeof inputs, string][] = [
  ['organizations', 'organizations', ids.police],
  ['sources', 'sources', ids.source],
  ['officials', 'officials', ids.chief],
  ['federal-actions', 'federal-actions', ids.action],
  ['statements', 'statements', ids.statement],
  ['policies', 'policies', ids.policy],
  ['stances', 'stances', ids.stance],
  ['labels', 'labels', ids.label],
]

export const draft = (type: RecordTypeName, recordId: string, data: object, baseVersion = 0) => ({
  type,
  recordId,
  baseVersion,
  data,
})

/** Saves and publishes one draft as an editor. */
export const publishOne = async (
  type: RecordTypeName,
  recordId: string,
  data: object,
  baseVersion = 0,
  more: object = {},
) =>
  publishDrafts(SYSTEM, {
    draftIds: await saveDrafts(SYSTEM, { drafts: [draft(type, recordId, data, baseVersion)] }),
    ...more,
  })

/** One record of every type: Texas, El Paso, its police and their chief, who responds to an order. */
export async function makeWorld(): Promise<void> {
  await importPlaces(SYSTEM, {
    places: [
      {
        ...place,
        id: ids.state,
        kind: 'state',
        name: 'Texas',
        fullName: 'Texas',
        usps: 'TX',
        path: '/tx',
        parentId: null,
      },
      {
        ...place,
        id: ids.city,
        kind: 'city',
        name: 'El Paso',
        fullName: 'El Paso, Texas',
        usps: 'TX',
        path: '/tx/el-paso',
        parentId: ids.state,
        aliases: ['EP'],
      },
    ],
  })
  const drafts = WORLD.map(([type, key, id]) => draft(type, id, inputs[key]))
  await publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts }) })
}
