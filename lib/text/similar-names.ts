/** A name for comparing: without accents, case, points and spaces, "Saint" as "st". "De Soto" and "DeSoto" are one. */
export const foldName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/['’‘ʻʼ`´.]/g, '')
    .replace(/\bsaint\b/g, 'st')
    .replace(/\bsainte\b/g, 'ste')
    .replace(/\bfort\b/g, 'ft')
    .replace(/\bmount\b/g, 'mt')
    .replace(/[^a-z0-9]+/g, '')

const pairs = (text: string): string[] =>
  Array.from({ length: Math.max(text.length - 1, 0) }, (_, at) => text.slice(at, at + 2))

/** The similarity of two names, from 0 to 1: the share of letter pairs that both contain. */
export const nameSimilarity = (a: string, b: string): number => {
  const [one, other] = [foldName(a), foldName(b)]
  if (one === other) return 1
  const left = pairs(other)
  const both = pairs(one).filter((pair) => {
    const at = left.indexOf(pair)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  }).length
  return (2 * both) / Math.max(one.length + other.length - 2, 1)
}

/** The minimum similarity of a suggestion. */
const ALIKE = 0.55
const OFFERED = 5

/** The items whose names are most similar to a word, best first; empty if none reaches the minimum. */
export const closestName = <T>(word: string, things: readonly T[], nameOf: (thing: T) => string): T[] =>
  things
    .map((thing) => ({ thing, near: nameSimilarity(word, nameOf(thing)) }))
    .filter(({ near }) => near >= ALIKE)
    .toSorted((a, b) => b.near - a.near)
    .slice(0, OFFERED)
    .map(({ thing }) => thing)
