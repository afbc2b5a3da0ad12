import type { Lang } from '@/lib/platform/i18n/locale'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Label } from '@/lib/records/labels/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import type { Source } from '@/lib/records/sources/schema'
import type { Stance } from '@/lib/records/stances/schema'
import type { Statement } from '@/lib/records/statements/schema'
import { statementTitle } from '@/lib/records/statements/schema'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import { TOPIC } from '@/lib/vocabularies/topics'
import { INSTRUMENT } from '@/lib/vocabularies/instruments'
import { JURISDICTION_KIND } from '@/lib/vocabularies/bodies'

/** A record as the admin area names it where one is chosen: enough to tell it from its namesakes. */
export type RecordLabel = { type: string; id: string; label: string; about: string; draft: boolean }

type Words = { label: string; about: string }

const spoken = (words: (string | null | undefined | false)[], between = ', '): string =>
  words.filter(Boolean).join(between)

/** What a public record is called, and what tells it from others: the role and place of a person, the day of a source. */
const NAMES: Record<string, (card: never, lang: Lang) => Words> = {
  jurisdictions: ({ fullName, kind }: Jurisdiction, lang) => ({
    label: fullName,
    about: JURISDICTION_KIND[kind][lang],
  }),
  organizations: ({ name, jurisdiction }: Organization) => ({ label: name, about: jurisdiction.name }),
  officials: ({ name, roles }: Official, lang) => ({ label: name, about: roleNow(roles, lang) }),
  sources: ({ title, outlet, published }: Source) => ({ label: title, about: spoken([outlet, published?.edtf]) }),
  'federal-actions': ({ title, date }: FederalAction, lang) => ({
    label: title[lang] ?? title.en,
    about: date?.edtf ?? '',
  }),
  policies: ({ title, instrument, jurisdiction, organization }: Policy, lang) => ({
    label: title[lang] ?? title.en,
    about: spoken([INSTRUMENT[instrument][lang], organization?.name ?? jurisdiction.name]),
  }),
  statements: (card: Statement, lang) => ({
    label: spoken([statementTitle(card), card.summary[lang] ?? card.summary.en], ': '),
    about: spoken([card.places[0]?.name, card.date?.edtf]),
  }),
  stances: ({ organization, jurisdiction, topic, value, from }: Stance, lang) => ({
    label: `${organization?.name ?? jurisdiction.name}: ${TOPIC[topic][lang]}`,
    about: spoken([STANCE_VALUE[value][lang], from?.edtf]),
  }),
  labels: ({ words, labeller, jurisdiction }: Label) => ({
    label: words,
    about: spoken([labeller, jurisdiction.name]),
  }),
}

/** The office that somebody holds, as far as is known; else the last one that they held. */
const roleNow = (roles: Official['roles'], lang: Lang): string => {
  const role = roles.find(({ to }) => !to) ?? roles.at(-1)
  return role ? spoken([role.title[lang] ?? role.title.en, role.organization?.name ?? role.jurisdiction.name]) : ''
}

export const labelOfCard = (type: string, id: string, card: unknown, lang: Lang): RecordLabel => ({
  type,
  id,
  ...NAMES[type]!(card as never, lang),
  draft: false,
})

export const labelOfDraft = (type: string, id: string, title: string, about = ''): RecordLabel => ({
  type,
  id,
  label: title || id,
  about,
  draft: true,
})
