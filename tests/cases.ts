const TIMES = Number(process.env.THOROUGH ?? 1)

/** So many generated cases of a property on a database; `THOROUGH=10` tries ten times as many. Each run tries others. */
export const cases = (count: number): { numRuns: number } => ({ numRuns: Math.ceil(count * TIMES) })
