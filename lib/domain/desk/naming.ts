import type { Lang } from '@/lib/platform/collections/language'
import type { FederalAction } from '../federal-actions/definition'
import type { Jurisdiction } from '../jurisdictions/definition'
import type { Label } from '../labels/definition'
import type { Official } from '../officials/definition'
import type { Organization } from '../organizations/definition'
import type { Policy } from '../policies/definition'
import type { Source } from '../sources/definition'
import type { Stance } from '../stances/definition'
import type { Statement } from '../statements/definition'
import { statementTitle } from '../statements/definition'
import { STANCE_VALUE } from '../taxonomy/cooperation'
import { TOPIC } from '../taxonomy/topics'
import { INSTRUMENT } from '../taxonomy/instruments'
import { JURISDICTION_KIND } from '../taxonomy/bodies'

/** A record as the desk names it where one is chosen: enough to tell it from its namesakes. */
export type Named = { room: string; id: string; label: string; about: string; draft: boolean }

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

export const namedCard = (room: string, id: string, card: unknown, lang: Lang): Named => ({
  room,
  id,
  ...NAMES[room]!(card as never, lang),
  draft: false,
})

export const namedDraft = (room: string, id: string, title: string, about = ''): Named => ({
  room,
  id,
  label: title || id,
  about,
  draft: true,
})
