import { STATES } from './us-states'

/** Abbreviations of states in newspapers and older usage, without periods, by postal code. */
const ABBREVIATIONS: Readonly<Record<string, readonly string[]>> = {
  AL: ['ala'],
  AZ: ['ariz'],
  AR: ['ark'],
  CA: ['calif', 'cal'],
  CO: ['colo'],
  CT: ['conn'],
  DE: ['del'],
  DC: ['d c'],
  FL: ['fla'],
  GA: ['ga'],
  IL: ['ill'],
  IN: ['ind'],
  KS: ['kan', 'kans'],
  KY: ['ky'],
  LA: ['la'],
  MD: ['md'],
  MA: ['mass'],
  MI: ['mich'],
  MN: ['minn'],
  MS: ['miss'],
  MO: ['mo'],
  MT: ['mont'],
  NE: ['neb', 'nebr'],
  NV: ['nev'],
  NH: ['n h'],
  NJ: ['n j'],
  NM: ['n m', 'n mex'],
  NY: ['n y'],
  NC: ['n c'],
  ND: ['n d', 'n dak'],
  OK: ['okla'],
  OR: ['ore', 'oreg'],
  PA: ['penn', 'penna'],
  PR: ['p r'],
  RI: ['r i'],
  SC: ['s c'],
  SD: ['s d', 's dak'],
  TN: ['tenn'],
  TX: ['tex'],
  VT: ['vt'],
  VA: ['va'],
  WA: ['wash'],
  WV: ['w va', 'wva'],
  WI: ['wis', 'wisc'],
  WY: ['wyo'],
}

/** Lower case without accents, periods and quotation marks, as the names of places are folded in the database. */
export const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\p{M}.'’‘ʻ“”"]/gu, '')
    .toLowerCase()
    .replace(/[\s,]+/g, ' ')
    .trim()

const BY_NAME = new Map(
  STATES.flatMap(({ name, usps, kind }) =>
    [name, usps, ...(ABBREVIATIONS[usps] ?? []), ...(kind === 'territory' ? [name.replace(/^U\.S\. /, '')] : [])].map(
      (one): [string, string] => [foldName(one), usps],
    ),
  ),
)

/** The postal code of a state or territory by its folded name, code or abbreviation; null if it is none. */
export const stateByName = (folded: string): string | null => BY_NAME.get(folded) ?? null
