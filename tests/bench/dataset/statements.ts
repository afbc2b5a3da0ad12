import { idFor } from '@/lib/platform/publishing/ids'
import type { Statement, Variant } from '@/lib/records/statements/schema'
import { POSITION } from '@/lib/vocabularies/stances'
import { CHANNEL, RATIONALE } from '@/lib/vocabularies/instruments'
import { TOPIC, type TopicSlug, topicsOf } from '@/lib/vocabularies/topics'
import { BEGIN, DAY, type World, base, cite, inexact, refOf } from './world'
import { clause } from './words'

const keys = <K extends string>(vocabulary: Readonly<Record<K, unknown>>) => Object.keys(vocabulary) as K[]

const TOPICS = keys(TOPIC)
const SUBJECTS = topicsOf('position')
const POSITIONS = keys(POSITION).filter((code) => code !== 'not_coded')
const CHANNELS = keys(CHANNEL)
const RATIONALES = keys(RATIONALE)
const FIDELITIES = { reported_verbatim: 62, fragment: 14, paraphrase: 12, official_text: 8, unverified: 4 }

/** A sentence as one source prints it. */
function variant({ random, sources }: World, by: string, said: string, preferred: boolean): Variant {
  const fidelity = random.weighted(FIDELITIES)
  const source = random.one(sources)
  if (fidelity === 'paraphrase')
    return { passages: [], preferred, reason: null, citation: cite(source, `${by} said that ${said}.`, fidelity) }
  const exact = `Asked on the day, ${by} said “${said},” and took no more questions.`
  return { passages: [said], preferred, reason: null, citation: cite(source, exact, fidelity) }
}

export function statement(world: World, at: number): Statement {
  const { random } = world
  const time = BEGIN + random.below(540) * DAY
  const entered = time + random.below(60) * DAY + at
  const by = random.skewed(world.officials, 2)
  const { citations: _, ...role } = by.roles[0]!
  const said = clause(random)
  const topics = random.some<TopicSlug>(TOPICS, 1 + random.below(3))
  const corrected = random.chance(0.03)
  const id = idFor('statements', `bench:${at}`)
  return {
    ...base('statements', id, by.name, entered),
    ...(corrected && { version: 2, updatedAt: new Date(entered + 3 * DAY).toISOString() }),
    kind: random.weighted({ remark: 80, official_statement: 18, joint_statement: 2 }),
    channel: random.one(CHANNELS),
    summary: { en: `Says that ${said}.`, es: `Dice algo sobre ${TOPIC[topics[0]!].es} (${at}).` },
    topics,
    rationales: random.some(RATIONALES, random.below(3)),
    notes: [],
    speakers: [
      {
        asPrinted: null,
        official: refOf(by, by.name),
        organization: random.chance(0.4) ? role.organization : null,
        role,
      },
    ],
    places: [role.jurisdiction],
    date: inexact(random, time),
    variants: [
      variant(world, by.name, said, true),
      ...(random.chance(0.08) ? [variant(world, by.name, said.replace(' the ', ' '), false)] : []),
    ],
    positions: random.chance(0.5)
      ? [{ topic: random.one(SUBJECTS), position: random.one(POSITIONS), span: said.slice(0, 30) }]
      : [],
    answers: random.chance(0.6) ? [random.skewed(world.federalActions, 2)] : [],
    citations: random.chance(0.1) ? [cite(random.one(world.sources), `It was ${by.name} who said so.`)] : [],
  }
}
