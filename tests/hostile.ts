import { idFor } from '@/lib/platform/records/ids'

/** A page on which this ran has called it; the tests' browser tells. */
export const CANARY = 'hostileCanary'
const call = (name: string) => `${CANARY}('${name}')`

/** What nobody may be asked for by a page of ours. */
export const ELSEWHERE = 'elsewhere.example'

/** Texts that would be more than a text where they were put into a page, a script, a sheet or a template as they are. */
export const HOSTILE: Record<string, string> = {
  script: `<script>${call('script')}</script>`,
  image: `"><img src=//${ELSEWHERE}/x onerror=${call('image')}>`,
  ending: `</script></title><svg onload=${call('svg')}>`,
  attribute: `' autofocus onfocus=${call('focus')} x="`,
  link: `javascript:${call('link')}//`,
  formula: `=HYPERLINK("http://${ELSEWHERE}";"x")+cmd|' /C calc'!A0`,
  template: `{{constructor.constructor('${CANARY}()')()}}\${${CANARY}()}`,
  xml: `]]><!--<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>&a;`,
}

/** What no text that is kept may hold: it is refused, and nothing is changed. */
export const UNKEPT = { null: 'a\0b', half: 'a\ud800b', override: 'a\u202eb', isolate: 'a\u2066b', escape: 'a\x1b[2Jb' }

export const hostileId = (room: string, name: string): string => idFor(room, `hostile ${name}`)

/** The input of one record of each room, in the order in which they can be published, with `text` in every text field. */
export function hostileInputs(name: string, text: string, jurisdictionId: string): [room: string, input: object][] {
  const id = (room: string) => hostileId(room, name)
  const both = { en: text, es: text }
  const url = `https://${ELSEWHERE}/${name}?q="><script>${call('address')}</script>`
  const date = { edtf: '1999-01', asWritten: text }
  const note = { kind: 'context', text: both }
  const citation = {
    sourceId: id('sources'),
    exact: `${text} and ${text}`,
    prefix: text,
    suffix: text,
    locator: text,
    fidelity: 'reported_verbatim',
    found: 'not_checked',
    note: both,
  }
  const event = { date, note: both, citation }
  return [
    [
      'organizations',
      { name: text, kind: 'police_department', aliases: [text], note: both, jurisdictionId, servesIds: [] },
    ],
    [
      'sources',
      {
        ...{ title: text, url, outlet: text, authors: [text], kind: 'local_news', archiveUrl: `${url}2`, note: both },
        ...{ published: date, lineage: [], captures: [{ sha256: 'a'.repeat(64), capturedOn: null, note: both }] },
        leads: [{ kind: 'aggregate_mention', exact: text, locator: text, note: both, placeIds: [jurisdictionId] }],
      },
    ],
    [
      'officials',
      {
        ...{ name: text, aliases: [text], bioguide: null, note: both },
        roles: [
          {
            ...{
              title: both,
              office: 'police_chief',
              district: text,
              party: null,
              organizationId: id('organizations'),
            },
            ...{ jurisdictionId, from: date, to: null, citations: [citation] },
          },
        ],
      },
    ],
    [
      'federal-actions',
      {
        ...{ title: both, kind: 'executive_order', agency: text, summary: both, topics: ['mass-removal'] },
        ...{ notes: [note], date, events: [{ status: 'signed', ...event }], citations: [citation] },
      },
    ],
    [
      'policies',
      {
        ...{ title: both, instrument: 'ordinance', number: text, model: text, binding: 'yes', summary: both },
        ...{ notes: [note], jurisdictionId, organizationId: id('organizations'), officialId: null },
        ...{ events: [{ status: 'adopted', ...event }], answersIds: [id('federal-actions')], citations: [citation] },
        provisions: [{ topic: 'local-resources', text: both, span: text }],
      },
    ],
    [
      'statements',
      {
        ...{ kind: 'remark', channel: 'interview', summary: both, topics: ['local-resources'], rationales: [] },
        ...{ notes: [note], placeIds: [jurisdictionId], date, answersIds: [id('federal-actions')], citations: [] },
        speakers: [{ officialId: id('officials'), organizationId: id('organizations'), asPrinted: text }],
        variants: [{ passages: [text], preferred: true, reason: both, citation }],
        positions: [{ topic: 'mass-removal', position: 'unclear', span: text }],
      },
    ],
    [
      'stances',
      {
        ...{ topic: 'local-resources', value: 'will_not_assist', setting: null, cases: both, basis: 'statement' },
        ...{ checkedOn: '2000-01-01', disputed: both, note: both, organizationId: id('organizations') },
        ...{ jurisdictionId, from: date, statementIds: [id('statements')], policyIds: [], supersedesId: null },
        citations: [citation],
      },
    ],
    [
      'labels',
      {
        ...{ words: text, labeller: text, own: true, note: both, jurisdictionId, statementId: id('statements') },
        ...{ policyId: null, date, citations: [citation] },
      },
    ],
  ]
}
