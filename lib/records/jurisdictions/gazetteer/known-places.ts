import { z } from 'zod'
import file from '@/prisma/content/places.json'
import { JurisdictionKind } from '@/lib/vocabularies/bodies'

const Geoid = z.string().regex(/^\d{5}(\d{2})?$/)

const KnownPlace = z.strictObject({
  name: z.string().optional(),
  kind: JurisdictionKind.optional(),
  geoid: Geoid.optional(),
  /** Only where the rule for Open Civic Data ids does not hold; null where none is known. */
  ocdId: z.string().nullable().optional(),
  /** The county that the place governs as well, so that both are one record. */
  countyGeoid: Geoid.optional(),
  /** The place fills its county: whatever else GeoNames lists there is a neighbourhood. */
  coextensive: z.literal(true).optional(),
  /** The place lies in several counties that are no part of it nor it of them. */
  inState: z.literal(true).optional(),
  /** The county around it, where simplified borders put it into another. */
  within: Geoid.optional(),
  /** GeoNames counts the urban centre alone. */
  urbanPopulation: z.literal(true).optional(),
  aliases: z.array(z.string()).default([]),
})
export type KnownPlace = z.infer<typeof KnownPlace>

/** What no package knows, kept by hand: `prisma/content/places.json`, by GeoNames id and by county GEOID. */
export const known = z
  .strictObject({
    places: z.record(z.string().regex(/^\d+$/), KnownPlace),
    counties: z.record(
      Geoid,
      z.strictObject({ name: z.string().optional(), aliases: z.array(z.string()).default([]) }),
    ),
    /** GeoNames ids of what is not a place: doubles, buildings, hamlets with the population of a namesake. */
    drop: z.array(z.int()),
    redirects: z.record(z.string().startsWith('/'), z.string().startsWith('/')),
  })
  .parse(file)
