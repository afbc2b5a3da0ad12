import { z } from 'zod'
import file from '@/prisma/content/places.json'
import { JurisdictionKind } from '@/lib/vocabularies/bodies'

const Geoid = z.string().regex(/^\d{5}(\d{2})?$/)

const KnownPlace = z.strictObject({
  name: z.string().optional(),
  kind: JurisdictionKind.optional(),
  geoid: Geoid.optional(),
  /** Set only where the rule for Open Civic Data ids fails; null if the place has no known id. */
  ocdId: z.string().nullable().optional(),
  /** The county that the place also governs, so that both are one record. */
  countyGeoid: Geoid.optional(),
  /** The place fills its county. Other GeoNames places in it are neighborhoods. */
  coextensive: z.literal(true).optional(),
  /** The place spans several counties; its parent is the state. */
  inState: z.literal(true).optional(),
  /** The containing county, where simplified borders give the wrong one. */
  within: Geoid.optional(),
  /** The GeoNames population covers only the urban center. */
  urbanPopulation: z.literal(true).optional(),
  aliases: z.array(z.string()).default([]),
})
export type KnownPlace = z.infer<typeof KnownPlace>

/** Curated data that no package has, in `prisma/content/places.json`, by GeoNames id and by county GEOID. */
export const known = z
  .strictObject({
    places: z.record(z.string().regex(/^\d+$/), KnownPlace),
    counties: z.record(
      Geoid,
      z.strictObject({ name: z.string().optional(), aliases: z.array(z.string()).default([]) }),
    ),
    /** GeoNames ids to skip: duplicates, buildings, hamlets with the population of a namesake. */
    drop: z.array(z.int()),
    redirects: z.record(z.string().startsWith('/'), z.string().startsWith('/')),
  })
  .parse(file)
