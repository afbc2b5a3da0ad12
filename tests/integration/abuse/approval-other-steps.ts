import { type Actor, VISITOR } from '@/lib/platform/commands/permissions'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import { newId } from '@/lib/platform/publishing/ids'
import { csv } from '../imports/importing'
import { ids } from '../world'
import { type Draft, type Named, type Snapshot, wordsIn } from './approval-law'

export const PEOPLE: Actor[] = [
  { id: 'contributor-1', role: 'contributor' },
  { id: 'contributor-2', role: 'contributor' },
  { id: 'editor-1', role: 'editor' },
  { id: 'editor-2', role: 'editor' },
  { id: 'administrator-1', role: 'administrator' },
]
export const ADMINISTRATOR = PEOPLE[4]!
export const NOTHING: Named = { contents: [], words: [] }

/** A call with what its sender has seen; null where there is nothing to call it for. */
export type Made = [command: string, input: Record<string, unknown>, named?: Named, actor?: Actor] | null
export type Weighted = [weight: number, make: (state: Snapshot) => Made]

/** The inputs of steps. */
export type Kit = {
  chance: (share: number) => boolean
  pick: <T>(list: readonly T[]) => T | undefined
  word: () => string
  text: () => { en: string; es: string }
  isOld: boolean
  sees: (drafts: readonly Draft[]) => Named
}

/** Steps that are not on one draft: merges, imports, bulk runs, suggestions, the policy. */
export const otherSteps = (kit: Kit): Weighted[] => {
  const { chance, pick, word, text, isOld, sees } = kit
  const onBatch =
    (
      command: string,
      states: string[],
      more: (batch: Snapshot['batches'][number]) => Record<string, unknown> = () => ({}),
    ) =>
    (state: Snapshot): Made => {
      const batch = kit.pick(state.batches.filter((one) => kit.chance(0.1) || states.includes(one.state)))
      return batch ? [command, { id: batch.id, ...more(batch) }] : null
    }

  return [
    [
      3,
      (state) => {
        const bodies = state.records.filter(({ type, live }) => type === 'organizations' && live)
        const [goes, stays] = [pick(bodies), pick(bodies)]
        if (!goes || !stays || goes.id === stays.id) return null
        const pair = { from: goes.id, into: stays.id }
        const merged = mergeRecordValues('organizations', stays.data, goes.data, pair)
        const own = chance(0.4)
          ? { name: `Council ${word()}` }
          : chance(0.2)
            ? { note: { en: String(goes.data.name) } }
            : {}
        const versions = { from: goes.version, into: stays.version }
        return [
          'records.merge',
          { type: 'organizations', ...pair, data: { ...merged, ...own }, reason: text(), versions },
        ]
      },
    ],
    [1, (state) => ((one) => one && (['records.unmerge', { id: one.id }] as Made))(pick(state.merges) ?? null)],
    [
      2,
      () => {
        const rows = Array.from({ length: 3 }, () => [`Council ${word()}`, 'Council', 'El Paso', 'TX'])
        const file = csv(['name', 'kind', 'jurisdiction', 'jurisdiction_state'], ...rows)
        return ['imports.start', { kind: 'type-organizations', fileName: 'list.csv', file }]
      },
    ],
    [4, onBatch('imports.map', ['mapping'], ({ mapping }) => ({ columns: mapping.columns }))],
    [4, onBatch('imports.check', ['checking'])],
    [3, onBatch('imports.correct', ['preview'], () => ({ row: 2, column: 'name', value: `Council ${word()}` }))],
    [
      5,
      (state) => {
        const batch = pick(state.batches.filter((one) => one.state === 'preview' || one.state === 'stopped'))
        if (!batch) return null
        if (!isOld && chance(0.2)) return ['imports.begin', { id: batch.id, checks: (batch.checks ?? 1) - 1 }]
        if (chance(0.1)) return ['imports.begin', { id: batch.id }]
        const checks = isOld ? {} : { checks: batch.checks }
        return ['imports.begin', { id: batch.id, ...checks }, { contents: [], words: wordsIn(batch.words) }]
      },
    ],
    [5, onBatch('imports.step', ['running', 'reverting'])],
    [1, onBatch('imports.stop', ['running'])],
    [1, onBatch('imports.revert', ['done', 'stopped'])],
    [1, onBatch('imports.discard', ['preview'])],
    [
      3,
      (state) => {
        const drafts = [...new Set([pick(state.drafts), pick(state.drafts)])].filter((one) => one !== undefined)
        if (!drafts.length) return null
        const kind = pick(['submit', 'publish', 'publish', 'schedule', 'discard', 'recover'])!
        const moment = kind === 'schedule' ? { at: new Date(Date.now() + 60_000).toISOString(), zone: 'UTC' } : {}
        const input = { kind, ids: drafts.map(({ id }) => id), count: drafts.length, back: '/admin/entries', ...moment }
        return ['test.bulk', input, sees(drafts)]
      },
    ],
    [
      1,
      ({ records }) => {
        const { type, id } = pick(records)!
        const about = {
          kind: 'correction',
          text: 'This is not so, I think.',
          url: null,
          path: '/',
          type,
          recordId: id,
          lang: 'en',
        }
        return ['suggestions.send', { ...about, receipt: newId() + newId() }, NOTHING, VISITOR]
      },
    ],
    [
      1,
      (state) =>
        ((one) => one && (['suggestions.begin', { id: one.id, of: 'record' }] as Made))(
          pick(state.suggestions) ?? null,
        ),
    ],
    [1, () => ['policy.change', { publishOwn: chance(0.15), timeZone: 'UTC' }, NOTHING, ADMINISTRATOR]],
    [
      1,
      () => {
        const nulls = ['geoid', 'ocdId', 'geonamesId', 'countyGeoid', 'population', 'lat', 'lon', 'note']
        const [name, id] = [word(), newId()]
        const town = {
          id,
          kind: 'city',
          name,
          fullName: name,
          usps: 'TX',
          path: `/tx/${name}`,
          parentId: ids.state,
          aliases: [],
        }
        return [
          'jurisdictions.import',
          { places: [{ ...Object.fromEntries(nulls.map((one) => [one, null])), ...town }] },
        ]
      },
    ],
  ]
}
