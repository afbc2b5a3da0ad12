import { eventInForce } from '@/lib/records/shared/status-in-force'
import type { InexactDate } from '@/lib/records/shared/inexact-date'
import type { FederalAction } from '@/lib/records/federal-actions/schema'
import type { Jurisdiction } from '@/lib/records/jurisdictions/schema'
import type { Label } from '@/lib/records/labels/schema'
import type { Official } from '@/lib/records/officials/schema'
import type { Organization } from '@/lib/records/organizations/schema'
import type { Policy } from '@/lib/records/policies/schema'
import { truncateAtSentence } from '@/lib/features/social-preview/truncate'
import type { RecordTypeName, Records, TypedRecord } from '@/lib/records/registry'
import { titleOf } from '@/lib/records/titles'
import type { Source } from '@/lib/records/sources/schema'
import type { Stance } from '@/lib/records/stances/schema'
import { JURISDICTION_KIND, ORGANIZATION_KIND } from '@/lib/vocabularies/bodies'
import { asOfText } from '@/components/ui/stance-dates'
import { STANCE_VALUE } from '@/lib/vocabularies/stances'
import { SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import { FEDERAL_ACTION_KIND, INSTRUMENT, STATUS } from '@/lib/vocabularies/instruments'
import { TOPIC } from '@/lib/vocabularies/topics'
import { type Lang, localize } from '@/lib/platform/i18n/locale'
import { formatInexactDate, dateSentence } from '@/lib/text/format-date'
import { format, translator } from '@/lib/platform/i18n/translate'
import type { Picture } from './picture'
import { statementPicture } from './statement-picture'

/** Preview image of a record page. */
export function recordPicture(typed: TypedRecord, lang: Lang): Picture {
  if (typed.type === 'statements') return statementPicture(typed.record, lang)
  return { type: translator(lang)(`recordType.${typed.type}`), ...withTitle(typed, lang) }
}

type Body = Omit<Picture, 'type'>

type PictureBody<R> = (record: R, lang: Lang) => Body

const withTitle = (typed: TypedRecord, lang: Lang): Body => {
  const body = BODIES[typed.type] as PictureBody<TypedRecord['record']> | undefined
  return body?.(typed.record, lang) ?? { main: { as: 'title', title: title(titleOf(typed, lang)) }, foot: { name: '' } }
}

const line = (...parts: (string | null | undefined | false)[]): string => parts.filter(Boolean).join(' · ')
const title = (text: string): string => truncateAtSentence(text, 160)
const brief = (text: string): string => truncateAtSentence(text, 52)
const dated = (date: InexactDate | null, lang: Lang): string => dateSentence(formatInexactDate(date, lang))

/** "El Paso" in large type and "Texas" below, without repeating the name. */
function place({ name, fullName, parent, kind, population }: Jurisdiction, lang: Lang): Body {
  const rest = fullName.startsWith(`${name}, `) ? fullName.slice(name.length + 2) : null
  const count = population !== null && translator(lang)('place.population', { count: format(lang).number(population) })
  return {
    main: { as: 'title', title: title(name), about: rest ?? (parent ? parent.name : undefined) },
    foot: { name: line(JURISDICTION_KIND[kind][lang], count) },
  }
}

/** The name, and the role that began last. */
function official({ name, roles }: Official, lang: Lang): Body {
  const role = roles.toSorted((a, b) => (b.from?.earliest ?? '').localeCompare(a.from?.earliest ?? ''))[0]!
  return {
    main: { as: 'title', title: title(name), about: truncateAtSentence(localize(role.title, lang).text, 120) },
    foot: {
      name: brief(role.organization?.name ?? role.jurisdiction.name),
      more: role.organization ? role.jurisdiction.name : '',
    },
  }
}

const organization = ({ name, kind, jurisdiction }: Organization, lang: Lang): Body => ({
  main: { as: 'title', title: title(name) },
  foot: { name: jurisdiction.name, more: ORGANIZATION_KIND[kind][lang] },
})

function policy({ title: name, instrument, organization, jurisdiction, events, number }: Policy, lang: Lang): Body {
  const event = eventInForce(events)!
  return {
    main: {
      as: 'title',
      above: line(INSTRUMENT[instrument][lang], number && translator(lang)('policy.number', { number })),
      title: title(localize(name, lang).text),
    },
    foot: {
      name: brief(organization?.name ?? jurisdiction.name),
      more: organization ? jurisdiction.name : '',
      date: `${STATUS[event.status][lang]}: ${formatInexactDate(event.date, lang)}`,
    },
  }
}

const federalAction = ({ title: name, kind, agency, date }: FederalAction, lang: Lang): Body => ({
  main: { as: 'title', above: FEDERAL_ACTION_KIND[kind][lang], title: title(localize(name, lang).text) },
  foot: { name: brief(agency ?? ''), date: dated(date, lang) },
})

const stance = ({ organization, jurisdiction, topic, value, ...dates }: Stance, lang: Lang): Body => ({
  main: {
    as: 'title',
    above: TOPIC[topic][lang],
    title: title(organization?.name ?? jurisdiction.name),
    value: { code: value, words: STANCE_VALUE[value][lang] },
  },
  foot: {
    name: jurisdiction.name,
    date: dateSentence(asOfText(dates, lang)),
  },
})

const source = ({ title: name, outlet, kind, published }: Source, lang: Lang): Body => ({
  main: { as: 'title', above: SOURCE_KIND[kind][lang], title: title(name) },
  foot: { name: brief(outlet), date: dated(published, lang) },
})

/** A label is the labeller's wording, so it is shown as a quotation. */
const label = ({ words: quoted, labeller, jurisdiction }: Label, lang: Lang): Body => ({
  main: { as: 'quote', passages: [quoted], cut: false, source: translator(lang)('label.by', { labeller }) },
  foot: { name: jurisdiction.name },
})

/** The pictures of record types; a type without one gets its title. */
const BODIES: { [N in Exclude<RecordTypeName, 'statements'>]?: PictureBody<Records[N]> } & { statements?: never } = {
  jurisdictions: place,
  officials: official,
  organizations: organization,
  policies: policy,
  'federal-actions': federalAction,
  stances: stance,
  sources: source,
  labels: label,
}
