import type { HistoryConverter } from '@/lib/platform/publishing/history-converters'
import { evidenceGrade } from '@/lib/vocabularies/fidelity'
import { RENAMED_BASES } from '@/lib/vocabularies/instruments'
import { RENAMED_STANCE_VALUES } from '@/lib/vocabularies/stances'
import type { Stance } from './schema'

type Old = Record<string, unknown> & { checkedOn?: string; from?: { edtf: string } | null }

const renamed = (codes: Readonly<Record<string, string>>, code: unknown) =>
  typeof code === 'string' && Object.hasOwn(codes, code) ? codes[code] : code

/** A stance of the first codebook: one date was both “as of” and the beginning, and `checkedOn` the day of coding. */
const convert = (old: Old, asOnDay: (day: string) => unknown): Old => {
  const { checkedOn, ...rest } = old
  if (checkedOn === undefined || 'coding' in old) return old
  return {
    ...rest,
    value: renamed(RENAMED_STANCE_VALUES, old.value),
    basis: renamed(RENAMED_BASES, old.basis),
    bound: [],
    duty: null,
    asOf: old.from ?? asOnDay(checkedOn),
    asOfBasis: old.from ? 'source' : 'read_on',
    fromBasis: old.from ? 'first_seen' : null,
    until: null,
    coding: 'editor',
    codedOn: checkedOn,
    confirmedOn: null,
  }
}

export const stanceHistory: Omit<HistoryConverter, 'type'> = {
  date: '2026-11-30',
  data: (data) => convert(data as Old, (day) => ({ edtf: day })),
  card: (card) => {
    const converted = convert(card as Old, (day) => ({ edtf: day, earliest: day, latest: day, asWritten: null }))
    if ('evidence' in converted) return converted
    return { ...converted, evidence: evidenceGrade((card as Stance).citations[0]!) }
  },
}
