import type { Citation } from '@/lib/records/shared/citation'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Source } from '@/lib/records/sources/schema'
import type { Statement } from '@/lib/records/statements/schema'

// Public records of several types.

const base = { version: 1, publishedAt: '2025-02-01T00:00:00.000Z', updatedAt: '2025-02-03T00:00:00.000Z' }

export const elPaso = { id: 'place00001', path: '/tx/el-paso', name: 'El Paso, Texas', usps: 'TX', kind: 'city' }
const texas = { id: 'place00000', path: '/tx', name: 'Texas', usps: 'TX', kind: 'state' }

export const place: Jurisdiction = {
  ...base,
  id: elPaso.id,
  path: elPaso.path,
  kind: 'city',
  name: 'El Paso',
  fullName: 'El Paso, Texas',
  usps: 'TX',
  geoid: '4824000',
  ocdId: null,
  geonamesId: 5520993,
  countyGeoid: null,
  population: 678815,
  lat: 31.75872,
  lon: -106.48693,
  aliases: ['EP'],
  note: null,
  parent: texas,
}

const paper = { id: 'source0001', path: '/sources/source0001-chief-speaks', name: 'Chief speaks' }

export const citation: Citation = {
  source: {
    ...paper,
    outlet: 'The Paper',
    kind: 'local_news',
    url: 'https://paper.example/chief',
    archiveUrl: null,
    published: { edtf: '2025-01-22', earliest: '2025-01-22', latest: '2025-01-22', asWritten: null },
    copyOf: null,
  },
  exact: 'Chief Ana Peña said her officers have “no plans to join any raids,” and went on.',
  prefix: null,
  suffix: null,
  locator: null,
  fidelity: 'reported_verbatim',
  found: 'found',
  note: null,
}

export const police = { id: 'police0001', path: '/organizations/police0001-eppd', name: 'El Paso Police Department' }
const chief = { id: 'chief00001', path: '/officials/chief00001-ana-pena', name: 'Ana Peña' }

const role: Official['roles'][number] = {
  title: { en: 'Police Chief', es: 'Jefa de policía' },
  office: 'police_chief',
  district: null,
  party: null,
  organization: police,
  jurisdiction: elPaso,
  from: { edtf: '2024', earliest: '2024-01-01', latest: '2024-12-31', asWritten: null },
  to: null,
  citations: [citation],
}

export const official: Official = {
  ...base,
  ...chief,
  aliases: ['A. Pena'],
  bioguide: null,
  note: null,
  roles: [role],
}

export const organization: Organization = {
  ...base,
  ...police,
  kind: 'police_department',
  aliases: ['EPPD'],
  note: null,
  jurisdiction: elPaso,
  serves: [texas],
}

export const statement: Statement = {
  ...base,
  id: 'statement1',
  path: '/statements/statement1-ana-pena',
  kind: 'remark',
  channel: 'interview',
  summary: { en: 'The chief has no plans to join operations.', es: 'La jefa no prevé sumarse a operativos.' },
  topics: ['enforcement-participation'],
  rationales: [],
  notes: [],
  speakers: [{ official: chief, organization: police, role, asPrinted: null }],
  places: [elPaso],
  date: { edtf: '2025-01-20/2025-01-22', earliest: '2025-01-20', latest: '2025-01-22', asWritten: 'this week' },
  variants: [{ passages: ['no plans to join any raids,'], preferred: true, reason: null, citation }],
  positions: [],
  answers: [{ id: 'action0001', path: '/federal-actions/action0001-an-order', name: 'An order' }],
  citations: [],
}

const november = { edtf: '2024-11', earliest: '2024-11-01', latest: '2024-11-30', asWritten: null }

export const policy: Policy = {
  ...base,
  id: 'policy0001',
  path: '/policies/policy0001-an-ordinance',
  title: { en: 'An ordinance', es: 'Una ordenanza' },
  instrument: 'ordinance',
  number: '12-34',
  model: null,
  binding: 'yes',
  summary: { en: 'It limits the use of city money.' },
  notes: [],
  jurisdiction: elPaso,
  organization: null,
  official: chief,
  events: [{ status: 'adopted', date: november, note: null, citation }],
  provisions: [{ topic: 'local-resources', text: { en: 'No money.' }, span: 'no plans' }],
  answers: [],
  citations: [citation],
}

export const federalAction: FederalAction = {
  ...base,
  id: 'action0001',
  path: '/federal-actions/action0001-an-order',
  title: { en: 'An order', es: 'Una orden' },
  kind: 'executive_order',
  agency: 'The White House',
  summary: { en: 'An order.' },
  topics: ['mass-removal'],
  notes: [],
  date: november,
  events: [],
  citations: [citation],
}

export const source: Source = {
  ...base,
  id: paper.id,
  path: paper.path,
  title: paper.name,
  url: 'https://paper.example/chief',
  outlet: 'The Paper',
  authors: ['Jo Doe'],
  kind: 'local_news',
  archiveUrl: null,
  note: null,
  published: citation.source.published,
  lineage: [],
  captures: [],
  leads: [],
}
