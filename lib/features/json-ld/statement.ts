import { withoutHidden } from '@/lib/platform/text/hidden-characters'
import type { CreativeWork, GovernmentOrganization, Person, Quotation, WebPage, WithContext } from 'schema-dts'
import type { Lang } from '@/lib/platform/i18n/locale'
import { type Speaker, type Statement, preferredVariant, statementTitle } from '@/lib/records/statements/schema'
import { FIDELITY } from '@/lib/vocabularies/fidelity'
import { TOPIC } from '@/lib/vocabularies/topics'
import { entryLd, exactDate, interval, saidIn, some, thingId } from './entry'
import { bodyNode, occupation, personNode } from './people'
import { placeNode } from './place'
import { citedNodes } from './source'

/**
 * A statement: a Quotation if its wording is known, otherwise a CreativeWork. Includes the fidelity of the quote, as
 * the page does.
 */
export function statementLd(record: Statement, lang: Lang): WithContext<WebPage> {
  const { passages, citation } = preferredVariant(record)
  const shared = {
    '@id': thingId(record.path),
    abstract: saidIn(record.summary, lang),
    disambiguatingDescription: `${FIDELITY[citation.fidelity][lang]}: ${citation.source.outlet}`,
    creator: record.speakers.map((speaker) => speakerNode(speaker, lang)),
    dateCreated: exactDate(record.date),
    temporalCoverage: interval(record.date),
    spatialCoverage: record.places.map(placeNode),
    keywords: some(record.topics.map((topic) => TOPIC[topic][lang])),
    about: some(record.answers.map(({ path, name }) => ({ '@type': 'Thing' as const, '@id': thingId(path), name }))),
    isBasedOn: citedNodes([citation, ...record.variants.map((one) => one.citation), ...record.citations]),
  }
  const said: Quotation | CreativeWork = passages.length
    ? { '@type': 'Quotation', ...shared, text: oneOrMany(passages.map(withoutHidden)), inLanguage: 'en' }
    : { '@type': 'CreativeWork', ...shared }
  return entryLd(record, statementTitle(record, lang), lang, said)
}

/** The speaker with the role held that day. */
function speakerNode({ official, organization, role }: Speaker, lang: Lang): Person | GovernmentOrganization {
  if (!official) return bodyNode(organization!)
  return {
    ...personNode(official),
    hasOccupation: role ? occupation(role, lang) : undefined,
    affiliation: organization ? bodyNode(organization) : undefined,
  }
}

/** Several passages stay several texts: joined, they would be one quotation. */
const oneOrMany = (texts: readonly string[]) => (texts.length > 1 ? texts : texts[0]!)
