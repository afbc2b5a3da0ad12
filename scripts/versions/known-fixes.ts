/** The day on which the tables below were read. */
export const READ_ON = '2026-11-30'

/** The first release of each line that is free of what is known against it, and what it fixes. */
export const KNOWN_FIXES = {
  Node: {
    22: ['22.23.4', 'CVE-2026-111497: code from a Brotli stream; CVE-2026-105483, CVE-2026-106069: TLS host names'],
    24: ['24.22.1', 'CVE-2026-111497: code from a Brotli stream; CVE-2026-105483, CVE-2026-106069: TLS host names'],
    26: ['26.12.1', 'CVE-2026-111497: code from a Brotli stream; CVE-2026-105483, CVE-2026-106069: TLS host names'],
  },
  PostgreSQL: {
    15: ['15.19', 'the release of August 13, 2026, with CVE-2026-6471'],
    16: ['16.15', 'the release of August 13, 2026, with CVE-2026-6471'],
    17: ['17.11', 'the release of August 13, 2026, with CVE-2026-6471'],
    18: ['18.6', 'the release of August 13, 2026, with CVE-2026-6471'],
  },
} as const satisfies Record<string, Record<number, [release: string, fixes: string]>>

/** The last line that gets no fixes any more. Node 20 ended on April 30, 2026, PostgreSQL 14 on November 12, 2026. */
export const ENDED = { Node: 20, PostgreSQL: 14 } as const

type Program = keyof typeof KNOWN_FIXES

/** Versions as comparable numbers. A prerelease sorts before its release. */
export const order = (version: string): number => {
  const [plain, before] = version.split('-')
  const [major = 0, minor = 0, patch = 0] = plain!.split('.').map(Number)
  return (major * 1_000 + minor) * 1_000 + patch - (before ? 0.5 : 0)
}

/** A sentence about a version with known weaknesses; null if none are known. A line newer than the table has none. */
export function knownWeakness(program: Program, version: string): string | null {
  const major = Number.parseInt(version)
  const fixed = (KNOWN_FIXES[program] as Record<number, readonly [string, string]>)[major]
  if (fixed)
    return order(version) < order(fixed[0])
      ? `${program} ${version} has known weaknesses, which ${fixed[0]} fixes (${fixed[1]}).`
      : null
  // The odd lines of Node end half a year after they began.
  const hasEnded = major <= ENDED[program] || (program === 'Node' && major % 2 === 1 && major < 26)
  return hasEnded ? `${program} ${major} gets no fixes any more, and this is ${version}.` : null
}
