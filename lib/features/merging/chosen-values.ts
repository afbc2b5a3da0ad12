import type { RecordTypeName } from '@/lib/records/registry'

/** The editor's choices in a merge: the name, the aliases, and the selected roles. */
export type ChosenValues = { name: string; aliases: string; roles: readonly string[] }

export const applyChosenValues = (type: RecordTypeName, both: Record<string, unknown>, chosen: ChosenValues) => {
  if (type === 'sources') return both
  const aliases = chosen.aliases
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one && one !== chosen.name)
  const named = { ...both, name: chosen.name, aliases: [...new Set(aliases)] }
  if (type !== 'officials' || !Array.isArray(both.roles)) return named
  return { ...named, roles: both.roles.filter((_, at) => chosen.roles.includes(String(at))) }
}
