type Json = Record<string, unknown>

/** Adds the other record's name to the aliases. The record's own name is never an alias. */
export const aliasOtherName = (merged: Json, other: Json): void => {
  const aliases = [other.name, ...((merged.aliases as unknown[] | undefined) ?? [])]
  merged.aliases = [...new Set(aliases)].filter((name) => name !== merged.name)
}
