/** Removes accents, the ʻokina and other apostrophes: Kapaʻa becomes Kapaa. */
export const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[‘’ʻʼ'`´]/g, '')

/** The slug of a place's name: "St. Paul" and "Saint Paul" are both st-paul. */
export const slug = (name: string): string =>
  plain(name)
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .split('-')
    .filter(Boolean)
    .map((word) => ({ saint: 'st', sainte: 'ste' })[word] ?? word)
    .join('-')

/** Converts a GeoNames name to the Census Bureau's spelling: "St." for "Saint", and a proper ʻokina. */
export const censusName = (name: string): string =>
  name
    .replace(/\bSaint (?=\p{Lu})/gu, 'St. ')
    .replace(/\bSainte (?=\p{Lu})/gu, 'Ste. ')
    .replace(/[‘`]/g, 'ʻ')

const WAYS_TO_WRITE: readonly (readonly [RegExp, string])[] = [
  [/\bSt\. /g, 'Saint '],
  [/\bSte\. /g, 'Sainte '],
  [/\bFort /g, 'Ft. '],
  [/\bMount /g, 'Mt. '],
]

/** Alternative spellings of a name: "Saint Paul", "Ft. Worth", "Mt. Vernon", "Espanola". */
export const spellings = (name: string): string[] => {
  const others = WAYS_TO_WRITE.map(([pattern, other]) => name.replace(pattern, other))
  return [...new Set([...others, plain(name)])].filter((other) => other !== name)
}

/** The last part of an Open Civic Data id: "St. Mary's" is st_mary~s. */
export const ocdName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\./g, '')
    .replace(/\s+/g, '_')
    .replace(/[^\p{L}\p{N}_~-]/gu, '~')
