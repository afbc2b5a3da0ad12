type Json = Record<string, unknown>

/** The other record's name becomes an alias; the own name is never one. */
export const aliasOtherName = (merged: Json, other: Json): void => {
  const aliases = [other.name, ...((merged.aliases as unknown[] | undefined) ?? [])]
  merged.aliases = [...new Set(aliases)].filter((name) => name !== merged.name)
}
