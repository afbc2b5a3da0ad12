import { foldName, stateByName } from '@/lib/vocabularies/state-abbreviations'

/** A way to read an input: the name of a place, in one state or anywhere. */
export type PlaceReading = { name: string; usps: string | null }

export type PlaceQuery = {
  /** The postal code of the state or territory that the whole input names. */
  state: string | null
  /** From the most literal reading on. */
  readings: PlaceReading[]
}

const FORM = 'city|town|village|borough|township|municipality|cdp'
const FORM_BEFORE = new RegExp(`^(?:the )?(?:${FORM}) of (?:the )?(.+)$`)
const FORM_AFTER = new RegExp(`^(.+?) (?:${FORM})$`)
const COUNTY_BEFORE = /^(?:the )?(county|parish) of (?:the )?(.+)$/

/** The longest name of a state has four words: Commonwealth of the … is not used. */
const MAX_STATE_WORDS = 4

/**
 * Reads a place as people write it: with the state's name, postal code or old abbreviation after it, and with the form
 * of its government before or after it. "Lancaster PA", "Town of Brookline, Mass.", "County of Los Angeles".
 */
export function readPlaceQuery(input: string): PlaceQuery {
  const folded = foldName(input)
  const words = folded.split(' ')
  const readings: PlaceReading[] = []
  const add = (name: string, usps: string | null) => {
    if (!readings.some((one) => one.name === name && one.usps === usps)) readings.push({ name, usps })
  }
  const addWithForms = (name: string, usps: string | null) => {
    add(name, usps)
    const county = COUNTY_BEFORE.exec(name)
    if (county) add(`${county[2]} ${county[1]}`, usps)
    for (const form of [FORM_BEFORE, FORM_AFTER]) {
      const bare = form.exec(name)?.[1]
      if (bare) add(bare, usps)
    }
  }
  addWithForms(folded, null)
  for (let count = Math.min(MAX_STATE_WORDS, words.length - 1); count > 0; count--) {
    const usps = stateByName(words.slice(-count).join(' '))
    if (usps) addWithForms(words.slice(0, -count).join(' '), usps)
  }
  return { state: stateByName(folded), readings }
}
