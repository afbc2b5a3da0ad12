/** Digits and letters without those that look alike (i, l, o, u). */
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'
const HALF = 5

/** Ten codes of ten characters, each for one use. */
export const recoveryCodes = (random: (below: number) => number): string[] =>
  Array.from({ length: 10 }, () => {
    const half = () => Array.from({ length: HALF }, () => LETTERS[random(LETTERS.length)]).join('')
    return `${half()}-${half()}`
  })

/** Normalizes a typed recovery code: uppercase, a missing dash, or an O for a 0. */
export const readRecoveryCode = (typed: string): string => {
  const plain = typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, '')
    .replaceAll('o', '0')
    .replace(/[il]/g, '1')
  return `${plain.slice(0, HALF)}-${plain.slice(HALF)}`
}
