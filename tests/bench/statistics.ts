/** The median. */
export const median = (numbers: readonly number[]): number => {
  const ordered = numbers.toSorted((a, b) => a - b)
  const half = ordered.length / 2
  return ordered.length % 2 ? ordered[Math.floor(half)]! : (ordered[half - 1]! + ordered[half]!) / 2
}

/** A percentile of sorted numbers. */
export const percentile = (ordered: readonly number[], percent: number): number =>
  ordered[Math.max(0, Math.ceil((percent / 100) * ordered.length) - 1)] ?? Number.NaN

/** Formats a figure with three significant digits: 12,345, 123, 12.3, 1.23. */
export const readable = (value: number): string => {
  if (!Number.isFinite(value)) return '–'
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return value.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
