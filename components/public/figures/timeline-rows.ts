import { statementTitle } from '@/lib/records/statements/schema'
import { STATUS } from '@/lib/vocabularies/instruments'
import type { Lang } from '@/lib/platform/i18n/locale'
import type { Dated } from '@/components/public/pages/timeline'
import { translator } from '@/lib/platform/i18n/translate'

/** Entries of one kind with the same date form one bar. */
export type TimelineRow = { what: Dated['what']; date: Dated['date']; count: number; name: string }

const LANE_ORDER = ['federal-action', 'said', 'done'] as const
const laneOf = (what: Dated['what']): number =>
  LANE_ORDER.indexOf(what === 'statement' ? 'said' : what === 'policy' ? 'done' : what)

/** Bars in order: federal actions, statements, policies; within each, the latest first. */
export function timelineRows(entries: readonly Dated[], lang: Lang): TimelineRow[] {
  const groups = new Map<string, Dated[]>()
  for (const one of entries) {
    const key = `${one.what} ${one.date.edtf}`
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const rows = [...groups.values()].map((same) => {
    const { what, date } = same[0]!
    const count = same.length
    return {
      what,
      date,
      count,
      name: count === 1 ? nameOf(same[0]!, lang) : translator(lang)('count.entries', { count }),
    }
  })
  const end = ({ date }: TimelineRow) => date.latest ?? date.earliest ?? ''
  return rows.toSorted((a, b) => laneOf(a.what) - laneOf(b.what) || end(b).localeCompare(end(a)))
}

const nameOf = (one: Dated, lang: Lang): string => {
  if (one.what === 'statement') return shortened(statementTitle(one.record, lang))
  const title = one.record.title[lang] ?? one.record.title.en
  return shortened(one.status ? `${STATUS[one.status][lang]}: ${title}` : title)
}

const shortened = (name: string): string => (name.length > 44 ? `${name.slice(0, 42).trimEnd()}…` : name)
