import type { CreativeWork, Event, Legislation, WebPage, WithContext } from 'schema-dts'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Policy } from '@/lib/records/policies/schema'
import { FEDERAL_ACTION_KIND, INSTRUMENT } from '@/lib/vocabularies/instruments'
import { TOPIC } from '@/lib/vocabularies/topics'
import { entryLd, exactDate, interval, saidIn, some, thingId } from './entry'
import { bodyNode, personNode } from './people'
import { placeNode } from './place'
import { citedNodes } from './source'

const LAWS: readonly Policy['instrument'][] = ['executive_order', 'resolution', 'ordinance', 'statute']

export function policyLd(record: Policy, lang: Lang): WithContext<WebPage> {
  const { path, title, summary, instrument, number, jurisdiction, organization, official, provisions, answers } = record
  const made = record.events.find(({ status }) => status === 'signed' || status === 'adopted')
  const topics = [...new Set(provisions.map(({ topic }) => TOPIC[topic][lang]))]
  const shared = {
    '@id': thingId(path),
    name: saidIn(title, lang),
    abstract: saidIn(summary, lang),
    spatialCoverage: placeNode(jurisdiction),
    author: official ? personNode(official) : undefined,
    keywords: some(topics),
    about: some(answers.map((one) => ({ '@type': 'Thing' as const, '@id': thingId(one.path), name: one.name }))),
    subjectOf: citedNodes([...record.citations, ...record.events.map(({ citation }) => citation)]),
  }
  const body = organization ? bodyNode(organization) : undefined
  const law: Legislation | CreativeWork = LAWS.includes(instrument)
    ? {
        '@type': 'Legislation',
        ...shared,
        legislationType: INSTRUMENT[instrument][lang],
        legislationIdentifier: number ?? undefined,
        legislationJurisdiction: placeNode(jurisdiction),
        legislationDate: exactDate(made?.date ?? null),
        legislationPassedBy: body,
      }
    : { '@type': 'CreativeWork', ...shared, genre: INSTRUMENT[instrument][lang], creator: body }
  return entryLd(record, saidIn(title, lang), lang, law)
}

/** A federal action as a law, a document, or an event. */
export const federalActionLd = (record: FederalAction, lang: Lang): WithContext<WebPage> =>
  entryLd(record, saidIn(record.title, lang), lang, actionNode(record, lang))

function actionNode(record: FederalAction, lang: Lang): Legislation | CreativeWork | Event {
  const { path, title, summary, kind, agency, date, topics } = record
  const shared = {
    '@id': thingId(path),
    name: saidIn(title, lang),
    keywords: some(topics.map((topic) => TOPIC[topic][lang])),
    subjectOf: citedNodes([...record.citations, ...record.events.map(({ citation }) => citation)]),
  }
  const text = saidIn(summary, lang)
  const by = agency === null ? undefined : { '@type': 'GovernmentOrganization' as const, name: agency }
  switch (kind) {
    case 'operation':
    case 'deployment':
      return { '@type': 'Event', ...shared, description: text, organizer: by, startDate: exactDate(date) }
    case 'law':
    case 'executive_order': {
      const legislationType = FEDERAL_ACTION_KIND[kind][lang]
      const passed = { legislationDate: exactDate(date), legislationPassedBy: by }
      return { '@type': 'Legislation', ...shared, abstract: text, legislationType, ...passed }
    }
    default: {
      const made = { creator: by, dateCreated: exactDate(date), temporalCoverage: interval(date) }
      return { '@type': 'CreativeWork', ...shared, abstract: text, genre: FEDERAL_ACTION_KIND[kind][lang], ...made }
    }
  }
}
