import type { CitationInput } from '@/lib/records/shared/citation'
import type { OfficialInput } from '@/lib/records/officials/schema'
import type { Lang } from '@/lib/platform/i18n/locale'
import { localizedDay } from '../read-day'
import { localizedText, translator } from '@/lib/platform/i18n/translate'

type RoleInput = OfficialInput['roles'][number]

/** A row's term in Congress. */
export type Term = {
  chamber: 'sen' | 'rep'
  placeId: string
  usps: string
  placeName: string
  district: string | null
  party: NonNullable<RoleInput['party']> | null
  from: string
  to: string
}

/** Jurisdictions whose House members do not vote and have another title. */
const DELEGATES = new Set(['DC', 'GU', 'VI', 'AS', 'MP'])

const TITLES = {
  sen: localizedText('importers.congress.titles.sen'),
  rep: localizedText('importers.congress.titles.rep'),
  delegate: localizedText('importers.congress.titles.delegate'),
  commissioner: localizedText('importers.congress.titles.commissioner'),
} as const

const PARTY_WORDS = {
  democratic: localizedText('importers.congress.parties.democratic'),
  republican: localizedText('importers.congress.parties.republican'),
  independent: localizedText('importers.congress.parties.independent'),
  nonpartisan: localizedText('importers.congress.parties.nonpartisan'),
  other: localizedText('importers.congress.parties.other'),
} as const

const titleOf = ({ chamber, usps }: Term) =>
  TITLES[chamber === 'sen' ? 'sen' : usps === 'PR' ? 'commissioner' : DELEGATES.has(usps) ? 'delegate' : 'rep']

const citationOf = (term: Term, sourceId: string, bioguide: string): CitationInput => {
  const title = titleOf(term)
  const { placeName, district, party, from, to } = term
  const inLang = (lang: Lang) =>
    [
      title[lang],
      placeName,
      district && translator(lang)('importers.congress.district', { district }),
      party && PARTY_WORDS[party][lang],
    ]
      .filter(Boolean)
      .join(', ')
  return {
    sourceId,
    locator: `bioguide ${bioguide}`,
    fidelity: 'paraphrase',
    found: 'not_checked',
    note: localizedText('importers.congress.termNote', {
      role: { en: inLang('en'), es: inLang('es') },
      from: localizedDay(from),
      to: localizedDay(to),
    }),
  }
}

const roleOf = (term: Term, sourceId: string, bioguide: string): RoleInput => ({
  title: titleOf(term),
  office: term.chamber === 'sen' ? 'us_senator' : 'us_representative',
  district: term.district,
  party: term.party,
  organizationId: null,
  jurisdictionId: term.placeId,
  from: { edtf: term.from },
  to: { edtf: term.to },
  citations: [citationOf(term, sourceId, bioguide)],
})

const sameSeat = (role: RoleInput, term: Term): boolean =>
  role.office === (term.chamber === 'sen' ? 'us_senator' : 'us_representative') &&
  role.jurisdictionId === term.placeId &&
  (role.district === null || term.district === null || role.district === term.district)

const start = (role: RoleInput): string => role.from?.edtf ?? ''
const end = (role: RoleInput): string => role.to?.edtf ?? '9999'

/** True if a role covers a term: the same seat, for the same time or longer. */
const covers = (role: RoleInput, term: Term): boolean =>
  sameSeat(role, term) && start(role) <= term.from && end(role) >= term.to

/** A role of the same seat that overlaps the term without covering it. Adding the term would duplicate the overlap. */
export const overlapping = (roles: readonly RoleInput[], term: Term): RoleInput | undefined =>
  roles.find((role) => sameSeat(role, term) && !covers(role, term) && start(role) < term.to && end(role) > term.from)

/** Adds terms that no role covers or overlaps, newest first. Existing roles are not changed. */
export const withTerms = (
  roles: readonly RoleInput[],
  terms: readonly Term[],
  sourceId: string,
  bioguide: string,
): RoleInput[] => {
  const missing = terms.filter((term) => !roles.some((role) => covers(role, term)) && !overlapping(roles, term))
  if (!missing.length) return [...roles]
  const added = missing.map((term) => roleOf(term, sourceId, bioguide))
  return [...roles, ...added].toSorted((a, b) => (start(a) < start(b) ? 1 : start(a) > start(b) ? -1 : 0))
}
