import type { Span } from '@/lib/text/quotes'

/** A name in a text with its position. */
export type Mention = Span & { words: string }

const TITLE = [
  String.raw`(?:(?:Acting|Deputy|Assistant|Former|Lt\.|Interim|then-)\s+)?(?:Police\s+)?(?:Chief|Commissioner|Superintendent)`,
  String.raw`(?:County\s+)?Sheriff`,
  String.raw`(?:State\s+)?(?:Sen\.|Senator|Rep\.|Representative|Del\.|Assemblymember|Assemblyman|Assemblywoman)`,
  String.raw`(?:Lt\.\s+)?(?:Gov\.|Governor)|(?:Vice\s+)?Mayor|Attorney\s+General|Atty\.\s+Gen\.|District\s+Attorney|Secretary`,
  String.raw`Council(?:member|man|woman|or)|Alder(?:man|woman|person)?|Supervisor|Commissioner|County\s+(?:Judge|Executive)|Judge|Spokes(?:man|woman|person)|President`,
  String.raw`[Aa]lcalde(?:sa)?|[Gg]obernadora?|[Jj]ef[ea]\s+de\s+(?:la\s+)?[Pp]olicía|[Ff]iscal\s+[Gg]eneral|[Ss]enadora?|[Rr]epresentante|[Ss]uperintendente|[Ss]heriff|[Cc]oncejala?`,
].join('|')

const WORD = String.raw`\p{Lu}[\p{L}’'‘-]*\.?`
const LAST = String.raw`\p{Lu}[\p{L}’'‘-]+`
const PARTICLE = '(?:de la|de los|de|del|la|van|von|der|bin|al|y)'
const NAME = String.raw`${WORD}(?:\s+(?:["“][^"”]{1,20}["”]|${PARTICLE}|${WORD})){0,3}\s+${LAST}|${LAST}`

/** Names with a preceding title: "Police Chief Ana Peña". */
const TITLED = new RegExp(String.raw`(?<![\p{L}])(?<title>${TITLE})\s+(?<name>${NAME})`, 'gu')

const BODY_END = String.raw`(?:Police\s+Department|Sheriff[’']s\s+(?:Office|Department)|Police|Department|School\s+District|Public\s+Schools|City\s+Council|City\s+Government|County\s+Board|Board\s+of\s+Supervisors|Office|Departamento\s+de\s+Policía)`
/** Organizations, recognized by their last words: "El Paso Police Department". */
const BODY = new RegExp(String.raw`(?<![\p{L}])(?:${LAST}\s+){1,4}?${BODY_END}(?!\p{L})`, 'gu')

/** Two or more capitalized words, which may be a name. */
const FULL_NAME = new RegExp(
  String.raw`(?<![\p{L}])${WORD}(?:\s+(?:["“][^"”]{1,20}["”]|${PARTICLE}|${WORD})){0,3}\s+${LAST}`,
  'gu',
)

const mention = (text: string, start: number, end: number): Mention => ({ words: text.slice(start, end), start, end })

export type Person = Mention & {
  /** Name without the title. */
  name: string
}

/** People named with a title. */
export const titledPeople = (text: string): Person[] =>
  [...text.matchAll(TITLED)].map((found) => {
    const name = bare(found.groups!.name!)
    const end = found.index + found[0].lastIndexOf(name) + name.length
    return { ...mention(text, found.index, end), name }
  })

export const bodiesNamed = (text: string): Mention[] =>
  [...text.matchAll(BODY)].map((found) => {
    const lead = /^The\s+/.exec(found[0])?.[0].length ?? 0
    return mention(text, found.index + lead, found.index + found[0].length)
  })

/** All runs of capitalized words. Most are not people; callers look them up. */
export const fullNames = (text: string): Person[] =>
  [...text.matchAll(FULL_NAME)]
    .filter(([words]) => !NOT_A_NAME.test(words))
    .map((found) => ({ ...mention(text, found.index, found.index + found[0].length), name: found[0] }))

// Sentence openings that are not names.
const NOT_A_NAME =
  /^(?:The|A|An|In|On|At|To|By|For|From|But|And|As|After|Before|He|She|They|It|We|This|That|These|When|While|El|La|Los|En|Pero|Y)\s|[.]\s+(?:He|She|They|It|We|The|In|But)\b/

/** Strips a trailing possessive or period. */
const bare = (name: string): string =>
  name
    .replace(/\s+/g, ' ')
    .replace(/[’']s$/, '')
    .replace(/\.$/, '')

// Capitalized words that are not part of place names: offices and sentence openings.
const NOT_A_PLACE = String.raw`(?!(?:Police|Mayor|Governor|Chief|Sheriff|Attorney|Council|School|Schools|Department|Metropolitan|Republican|Democratic|Alcaldesa?|In|At|On|To|By|For|From|Near|The|A|An|And|But|Of|En|De|El|La|Los|Las)(?![\p{L}]))`
const PLACE_WORD = String.raw`${NOT_A_PLACE}${LAST}`

const PLACE = new RegExp(
  String.raw`(?<!\p{L})(?:(?:St|Ft|Mt)\. ${PLACE_WORD}|(?:El|La|Los|Las) ${PLACE_WORD}|${PLACE_WORD})(?: (?:de|del|la|${PLACE_WORD})){0,3}(?:, (?<state>[A-Z]{2}(?!\p{L})|${PLACE_WORD}(?: ${PLACE_WORD})?))?`,
  'gu',
)

/** Possible place names of up to four words, with the state that follows them, if any. */
export const placeWords = (text: string): (Mention & { state: string | null })[] =>
  [...text.matchAll(PLACE)].map((one) => {
    const state = one.groups?.state ?? null
    const words = state ? one[0].slice(0, one[0].lastIndexOf(',')) : one[0]
    return { ...mention(text, one.index, one.index + words.length), state }
  })
