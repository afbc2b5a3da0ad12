import type { RecordLink } from '@/lib/platform/publishing/record-type'

/** Which record type a property of an input points into. The one list; the loader and the reference table read it. */
export const LINKS = {
  sourceId: 'sources',
  officialId: 'officials',
  organizationId: 'organizations',
  jurisdictionId: 'jurisdictions',
  parentId: 'jurisdictions',
  placeIds: 'jurisdictions',
  servesIds: 'jurisdictions',
  statementId: 'statements',
  statementIds: 'statements',
  policyId: 'policies',
  policyIds: 'policies',
  supersedesId: 'stances',
  answersIds: 'federal-actions',
} as const satisfies Record<string, string>

/** The record type of a property that names records; undefined for any other property. */
export const typeOfLink = (property: string): (typeof LINKS)[keyof typeof LINKS] | undefined =>
  property in LINKS ? LINKS[property as keyof typeof LINKS] : undefined

/** Every record that an input names, however deep. */
export const linksOf = (input: unknown): RecordLink[] => {
  if (Array.isArray(input)) return input.flatMap(linksOf)
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([property, value]) => {
    const type = typeOfLink(property)
    if (!type) return linksOf(value)
    return (Array.isArray(value) ? value : [value])
      .filter((id) => id !== null)
      .map((id) => ({ type, id: id as string }))
  })
}
