import { idFor } from '@/lib/platform/publishing/ids'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import { type World, DAY, base, cite, dated, isoDay, refOf } from './world'
import { person } from './words'

/** Organizations and officials are older than all statements. */
const ENTERED = Date.UTC(2024, 11, 1)

const BODIES = {
  police_department: { name: 'Police Department', office: 'police_chief', title: { en: 'Chief', es: 'Jefatura' } },
  sheriff: { name: 'Sheriff’s Office', office: 'sheriff', title: { en: 'Sheriff', es: 'Sheriff' } },
  city_government: { name: 'City Hall', office: 'mayor', title: { en: 'Mayor', es: 'Alcaldía' } },
  council: { name: 'Council', office: 'council_member', title: { en: 'Member', es: 'Concejalía' } },
  school_district: { name: 'Schools', office: 'superintendent', title: { en: 'Head', es: 'Dirección' } },
  legislature: { name: 'Delegation', office: 'us_representative', title: { en: 'Member', es: 'Diputación' } },
} as const
const KINDS = {
  police_department: 35,
  sheriff: 20,
  city_government: 20,
  council: 10,
  school_district: 10,
  legislature: 5,
}

export function organization({ random, places }: World, at: number): Organization {
  const jurisdiction = random.skewed(places)
  const kind = random.weighted(KINDS)
  const name = `${jurisdiction.name.split(',')[0]} ${BODIES[kind].name} ${at}`
  const id = idFor('organizations', `bench:${at}`)
  return { ...base('organizations', id, name, ENTERED), name, kind, aliases: [], note: null, jurisdiction, serves: [] }
}

export function official({ random, organizations, sources }: World, at: number): Official {
  const name = person(random, at)
  const id = idFor('officials', `bench:${at}`)
  const body = random.skewed(organizations, 2)
  const { office, title } = BODIES[body.kind as keyof typeof BODIES]
  const role: Official['roles'][number] = {
    title,
    office,
    district: null,
    party: random.chance(0.5)
      ? null
      : random.weighted({ democratic: 46, republican: 44, independent: 4, nonpartisan: 6 }),
    organization: refOf(body, body.name),
    jurisdiction: body.jurisdiction,
    from: dated(isoDay(Date.UTC(2020, 0, 1) + random.below(1_500) * DAY)),
    to: null,
    citations: [cite(random.one(sources), `${name} took office.`)],
  }
  return { ...base('officials', id, name, ENTERED), name, aliases: [], bioguide: null, note: null, roles: [role] }
}
