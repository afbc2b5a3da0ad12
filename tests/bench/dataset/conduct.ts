import { idFor } from '@/lib/platform/publishing/ids'
import { recordPath } from '@/lib/platform/http/slug'
import type { Policy } from '@/lib/records/policies/schema'
import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { Ref } from '@/lib/records/shared/reference'
import { type Stance, stanceTitle } from '@/lib/records/stances/schema'
import { type Statement, statementTitle } from '@/lib/records/statements/schema'
import { evidenceGrade } from '@/lib/vocabularies/fidelity'
import { COOPERATION, SERVICES, type StanceValue } from '@/lib/vocabularies/stances'
import { TOPIC, topicsOf } from '@/lib/vocabularies/topics'
import { BEGIN, DAY, type World, base, cite, inexact, refOf } from './world'
import { clause } from './words'

const CONDUCT = topicsOf('cooperation', 'services')
const INSTRUMENTS = {
  department_policy: 30,
  declared_practice: 10,
  executive_order: 10,
  resolution: 15,
  ordinance: 15,
  agreement: 15,
  statute: 3,
  litigation: 2,
}

export function policy({ random, organizations, sources, federalActions }: World, at: number): Policy {
  const body = random.skewed(organizations, 2)
  const time = BEGIN - 400 * DAY + random.below(1_000) * DAY
  const [topic, rule] = [random.one(CONDUCT), clause(random)]
  const title = `Rule ${at}: ${TOPIC[topic].en}`
  const words = `Section ${at}. From now on, ${rule}.`
  const id = idFor('policies', `bench:${at}`)
  return {
    ...base('policies', id, title, time + 5 * DAY),
    title: { en: title, es: `Norma ${at}: ${TOPIC[topic].es}` },
    instrument: random.weighted(INSTRUMENTS),
    number: random.chance(0.5) ? `${random.below(9_000)}-${at}` : null,
    model: null,
    binding: random.weighted({ yes: 60, no: 25, unknown: 15 }),
    summary: { en: `It says that ${rule}.`, es: `Trata de ${TOPIC[topic].es}.` },
    notes: [],
    jurisdiction: body.jurisdiction,
    organization: refOf(body, body.name),
    official: null,
    events: [
      {
        status: random.weighted({ adopted: 50, in_effect: 20, announced: 15, rescinded: 5, proposed: 10 }),
        date: inexact(random, time),
        note: null,
        citation: cite(random.one(sources), words),
      },
    ],
    provisions: [{ topic, text: { en: `It says that ${rule}.`, es: `Norma ${at}.` }, span: rule }],
    answers: random.chance(0.3) ? [random.skewed(federalActions, 2)] : [],
    citations: [cite(random.one(sources), words, 'official_text')],
  }
}

type Ground = Pick<Stance, 'organization' | 'jurisdiction' | 'from' | 'citations'> & {
  statement?: Ref
  policy?: Ref
}

const onPolicy = ({ policies, random }: World): Ground => {
  const one = random.one(policies)
  const { organization, jurisdiction, events, citations, title } = one
  return { organization, jurisdiction, from: events[0]!.date, citations, policy: refOf(one, title.en) }
}

const onStatement = (one: Statement): Ground => ({
  organization: one.speakers[0]!.role!.organization,
  jurisdiction: one.places[0]!,
  from: one.date,
  citations: [one.variants[0]!.citation],
  statement: refOf(one, statementTitle(one)),
})

const dayOf = (time: string): InexactDate => {
  const day = time.slice(0, 10)
  return { edtf: day, earliest: day, latest: day, asWritten: null }
}

/** A body's stance on a topic, which rests on the statement just made or on one of its policies. */
export function stance(world: World, at: number, said: Statement): Stance {
  const { random } = world
  const topic = random.one(CONDUCT)
  const scale = TOPIC[topic].axis === 'services' ? SERVICES : COOPERATION
  const value = random.one((Object.keys(scale) as StanceValue[]).filter((code) => code !== 'not_reviewed'))
  const { statement, policy, ...ground } = random.chance(0.7) ? onStatement(said) : onPolicy(world)
  const id = idFor('stances', `bench:${at}`)
  const made: Stance = {
    ...base('stances', id, '', Date.parse(said.publishedAt) + DAY),
    ...ground,
    topic,
    value,
    setting: null,
    cases: value === 'some_cases' ? { en: 'Felonies only.', es: 'Solo delitos graves.' } : null,
    bound: [],
    duty: null,
    basis: policy ? 'instrument' : 'statement',
    asOf: ground.from ?? dayOf(said.publishedAt),
    asOfBasis: ground.from ? 'source' : 'read_on',
    fromBasis: ground.from && 'first_seen',
    until: null,
    evidence: evidenceGrade(ground.citations[0]!),
    coding: 'editor',
    confirmedOn: null,
    codedOn: said.publishedAt.slice(0, 10),
    disputed: null,
    note: null,
    statements: statement ? [statement] : [],
    policies: policy ? [policy] : [],
    supersededBy: null,
  }
  return { ...made, path: recordPath('stances', id, stanceTitle(made)) }
}

/** Lets each stance of a body on a topic supersede the one before, and drops stances older than the last one. */
export const succession = () => {
  const last = new Map<string, Stance>()
  const previous = new Map<string, string>()
  const kept: Stance[] = []
  return {
    kept,
    /** The stance that this one supersedes. */
    supersedes: (id: string): string | null => previous.get(id) ?? null,
    add(one: Stance): void {
      const key = `${one.organization?.id ?? one.jurisdiction.id} ${one.topic}`
      const before = last.get(key)
      if (before && (one.from?.earliest ?? '') <= (before.from?.latest ?? '')) return
      if (before) {
        before.supersededBy = refOf(one, stanceTitle(one))
        previous.set(one.id, before.id)
      }
      last.set(key, one)
      kept.push(one)
    },
  }
}
