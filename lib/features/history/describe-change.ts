export type ChangeLink = { type: string; id: string; version: number | null; draft: boolean }

/** The records and drafts that a change links to. Its detail holds ids and counts, never texts. */
export const linksIn = (detail: unknown): ChangeLink[] => {
  const keys = Object.entries((detail ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
    ['draft', 'drafts', 'first', 'published', 'withdrawn', 'merged', 'into', 'kept'].includes(name)
      ? [value].flat().filter((item): item is string => typeof item === 'string')
      : [],
  )
  return keys.flatMap((key) => {
    const match = /^([a-z-]+?)([-/])([0-9a-z]{10})(?:@(\d+))?$/.exec(key)
    if (!match) return []
    return [{ type: match[1]!, id: match[3]!, version: match[4] ? Number(match[4]) : null, draft: match[2] === '-' }]
  })
}

export type ChangeLine = { id: string; at: Date; command: string; byId: string; by: string | null; detail: unknown }

/** Groups consecutive saves of a draft by the same person into one line with their count. */
export const groupChanges = <L extends ChangeLine>(lines: readonly L[]): (L & { times: number })[] => {
  const groups: (L & { times: number })[] = []
  for (const line of lines) {
    const last = groups.at(-1)
    const same =
      last &&
      line.command === 'drafts.type' &&
      last.command === line.command &&
      last.byId === line.byId &&
      draftOf(last) === draftOf(line)
    if (same) last.times += 1
    else groups.push({ ...line, times: 1 })
  }
  return groups
}

const draftOf = ({ detail }: ChangeLine): unknown => (detail as { draft?: unknown } | null)?.draft
