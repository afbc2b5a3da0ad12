import type { RecordLink } from '@/lib/platform/publishing/record-type'
import { linkTargets, linksIn } from './create-registry'
import { RECORD_TYPES, type RecordTypeName } from './registry'

/** The record type that each link property of an input refers to. */
export const LINKS = linkTargets(Object.values(RECORD_TYPES)) as Readonly<Record<string, RecordTypeName>>

/** The record type of a property that holds ids of records; undefined for any other property. */
export const typeOfLink = (property: string): RecordTypeName | undefined =>
  Object.hasOwn(LINKS, property) ? LINKS[property] : undefined

/** All records that an input links to, at any depth. */
export const linksOf = (input: unknown): RecordLink[] => linksIn(input, LINKS)
