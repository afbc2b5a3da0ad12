import type { Actor } from '@/lib/platform/commands/permissions'
import { newId } from '@/lib/platform/publishing/ids'
import { inputs } from '../world'
import { type Draft, type Named, type Published, type Snapshot, contentOfDraft, wordsIn } from './approval-law'
import { ADMINISTRATOR, type Kit, type Made, NOTHING, PEOPLE, type Weighted, otherSteps } from './approval-other-steps'

/** One call of a command, as a form or somebody without one sends it. */
export type Step = { command: string; actor: Actor; input: Record<string, unknown>; named: Named }

/** A generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
export const randomFrom = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
}

const EDITORS = PEOPLE.slice(2)
let nextWord = 0

/** Makes steps for a state of the database. `isOld` leaves out what older code does not know. */
export function stepMaker(random: () => number, isOld: boolean) {
  const chance = (share: number) => random() < share
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const word = () => `word${(nextWord += 1)}x`
  const text = () => ({ en: `Said ${word()}.`, es: `Dicho ${word()}.` })
  const sent: Step[] = []

  const data: Record<string, () => Record<string, unknown>> = {
    labels: () => ({ ...inputs.labels, words: `called ${word()}` }),
    organizations: () => ({ ...inputs.organizations, name: `Council ${word()}`, aliases: [] }),
    policies: () => ({ ...inputs.policies, summary: text() }),
  }
  const changed = ({ type, data: now }: { type: string; data: object }) =>
    chance(0.5) ? data[type]!() : { ...now, ...(type === 'labels' ? { words: `called ${word()}` } : { note: text() }) }

  const sees = (drafts: readonly Draft[]): Named => ({
    contents: drafts.map(contentOfDraft),
    words: drafts.flatMap(({ data: own, reason }) => wordsIn([own, reason])),
  })
  const saves = (drafts: readonly Draft[]) => Object.fromEntries(drafts.map(({ id, saves: save }) => [id, save]))
  const hashes = (drafts: readonly Draft[]) => Object.fromEntries(drafts.map(({ id, hash }) => [id, hash]))
  const page = (drafts: readonly Draft[]) => ({
    saves: saves(drafts),
    ...(!isOld && { contents: hashes(drafts) }),
  })
  const announcement = () => ({
    publishAs: pick(['published', 'corrected', 'restored']),
    reason: chance(0.8) ? text() : null,
  })

  const onDraft = (make: (draft: Draft, state: Snapshot) => Made) => (state: Snapshot) => {
    const draft = pick(state.drafts.filter(({ type }) => type in data))
    return draft ? make(draft, state) : null
  }
  const onRecord = (make: (record: Published, state: Snapshot) => Made) => (state: Snapshot) => {
    const record = pick(state.records)
    return record ? make(record, state) : null
  }
  const publish = onDraft((draft, state) => {
    const drafts = chance(0.9) ? [draft] : [draft, pick(state.drafts)!]
    const draftIds = [...new Set(drafts.map(({ id }) => id))]
    const way = random()
    if (way < 0.8) return ['drafts.publish', { draftIds, ...page(drafts) }, sees(drafts), pick(EDITORS)!]
    if (way < 0.84) return ['drafts.publish', { draftIds }]
    if (way < 0.88) return ['drafts.publish', { draftIds, saves: { [draft.id]: draft.saves - 1 } }]
    const { publishAs, reason } = announcement()
    if (way < 0.94) return ['drafts.publish', { draftIds, ...page(drafts), kind: publishAs, reason }, sees(drafts)]
    if (way < 0.96 && draft.scheduled_for)
      return ['drafts.publish', { draftIds, scheduledFor: draft.scheduled_for.toISOString() }]
    if (isOld) return null
    return [
      'drafts.publish',
      { draftIds, ...page(drafts), announce: { id: draft.id, publishAs, reason } },
      sees(drafts),
    ]
  })

  const kit: Kit = { chance, pick, word, text, isOld, sees }
  const steps: Weighted[] = [
    [3, onRecord(({ type, id }) => ['drafts.start', { type, recordId: id }])],
    [
      3,
      () => {
        const type = pick(['labels', 'organizations'])!
        return ['drafts.start', { type, recordId: newId(), data: data[type]!() }]
      },
    ],
    [
      12,
      onDraft((draft, { asides }) => {
        const basedOn = chance(0.85) ? draft.saves : Math.max(0, draft.saves - 1)
        const replaces = isOld || chance(0.7) ? {} : { replaces: pick(asides)?.id ?? null }
        return ['drafts.type', { id: draft.id, basedOn, data: chance(0.9) ? changed(draft) : draft.data, ...replaces }]
      }),
    ],
    [
      2,
      onRecord(({ type, id, version }) => [
        'drafts.save',
        { drafts: [{ type, recordId: id, baseVersion: version, data: data[type]!() }] },
      ]),
    ],
    [
      3,
      (state) =>
        ((aside) => aside && (['drafts.settle', { id: aside.draft_id, aside: aside.id }] as Made))(
          pick(state.asides) ?? null,
        ),
    ],
    [
      3,
      (state) => {
        const aside = pick(state.asides)
        const draft = state.drafts.find(({ id }) => id === aside?.draft_id)
        if (!aside || !draft || !(draft.type in data)) return null
        return [
          'drafts.compare',
          { id: draft.id, basedOn: draft.saves, data: chance(0.5) ? draft.data : changed(draft), aside: aside.id },
        ]
      },
    ],
    [
      2,
      onDraft((draft, { records }) => {
        const onto = records.find(({ type, id }) => type === draft.type && id === draft.record_id)?.version ?? 1
        return chance(0.5)
          ? ['drafts.rebase', { id: draft.id, onto }]
          : ['drafts.compare', { id: draft.id, basedOn: draft.saves, data: changed(draft), onto }]
      }),
    ],
    [
      5,
      onDraft((draft) => {
        const seen = !isOld && chance(0.6)
        return [
          'drafts.describe',
          { id: draft.id, ...announcement(), ...(seen && { save: draft.saves }) },
          seen ? sees([draft]) : NOTHING,
        ]
      }),
    ],
    [
      5,
      onRecord(({ type, id, version }) => [
        'drafts.restore',
        { type, recordId: id, version: 1 + Math.floor(random() * version) },
      ]),
    ],
    [
      3,
      (state) => {
        const save = pick(state.saves)
        const draft = state.drafts.find(({ id }) => id === save?.draft_id)
        return save && draft ? ['drafts.restore-save', { id: draft.id, save: save.id, basedOn: draft.saves }] : null
      },
    ],
    [1, onDraft(({ id }) => ['drafts.discard', { id }])],
    [
      2,
      (state) =>
        ((draft) => draft && (['drafts.recover', { id: draft.id }] as Made))(
          state.drafts.find((one) => one.state === 'discarded') ?? null,
        ),
    ],
    [2, onDraft(({ id }) => ['drafts.submit', { id }])],
    [1, onDraft(({ id }) => ['drafts.unsubmit', { id }])],
    [1, onDraft(({ id }) => ['drafts.return', { id, text: 'Once more, please.' }])],
    [1, onDraft(({ id }) => ['drafts.comment', { id, text: 'Is this right?' }])],
    [22, publish],
    [
      8,
      onDraft((draft, state) => {
        const drafts = chance(0.7) ? [draft] : [draft, pick(state.drafts)!]
        const at = new Date(Date.now() + 60_000).toISOString()
        const each = drafts.map(({ id, saves: save, hash }) => ({ id, save, ...(!isOld && { content: hash }) }))
        return ['drafts.schedule', { drafts: each, at, zone: 'UTC' }, sees(drafts), pick(EDITORS)!]
      }),
    ],
    [1, onDraft(({ id }) => ['drafts.unschedule', { ids: [id] }])],
    [6, () => ['test.publish-scheduled', {}, NOTHING, ADMINISTRATOR]],
    [3, onRecord(({ type, id }) => ['records.withdraw', { type, id, reason: text() }])],
    [
      4,
      (state) => {
        const reason = pick(state.reasons)
        if (!reason) return null
        const saw = { contents: [], words: wordsIn(reason.reason) }
        if (chance(0.3)) return ['reasons.change', { id: reason.id, save: reason.saves, reason: text() }]
        return ['reasons.approve', { id: reason.id, save: reason.saves }, saw]
      },
    ],
    ...otherSteps(kit),
  ]
  const total = steps.reduce((sum, [weight]) => sum + weight, 0)

  const fresh = (state: Snapshot): Step => {
    for (;;) {
      let at = random() * total
      const [, make] = steps.find(([weight]) => (at -= weight) < 0)!
      const made = make(state)
      if (!made) continue
      const [command, input, named = NOTHING, actor = pick(PEOPLE)!] = made
      return { command, input, named, actor }
    }
  }
  return (state: Snapshot): Step => {
    const earlier = chance(0.06) ? pick(sent.slice(-60)) : undefined
    // Another person who sends the same call has not seen what it names; the server can only take their word for it.
    const step = earlier ? { ...earlier, actor: chance(0.5) ? earlier.actor : pick(PEOPLE)! } : fresh(state)
    sent.push(step)
    return step
  }
}
