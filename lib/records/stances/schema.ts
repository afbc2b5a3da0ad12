import { z } from 'zod'
import { field } from '@/lib/platform/lists/field'
import { type Lang, Text } from '@/lib/platform/i18n/locale'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { Citation, CitationInput } from '@/lib/records/shared/citation'
import { Id, PlaceRef, Ref, recordFields } from '@/lib/records/shared/reference'
import { COOPERATION, SERVICES, STANCE_VALUE, StanceValue } from '@/lib/vocabularies/stances'
import { BASIS, Basis, SETTING, Setting } from '@/lib/vocabularies/instruments'
import { TOPIC, TopicSlug } from '@/lib/vocabularies/topics'

const fields = {
  topic: field(TopicSlug, { en: 'Topic', es: 'Tema' }, { vocabulary: TOPIC }),
  value: field(StanceValue, { en: 'Stance', es: 'Postura' }, { vocabulary: STANCE_VALUE }),
  setting: field(Setting.nullable(), { en: 'Setting', es: 'Lugar' }, { vocabulary: SETTING }),
  /** The cases of "in some cases", or the exceptions to a rule. */
  cases: field(Text.nullable(), { en: 'Cases and exceptions', es: 'Casos y excepciones' }),
  basis: field(Basis, { en: 'Rests on', es: 'Se basa en' }, { vocabulary: BASIS }),
  checkedOn: field(z.iso.date(), { en: 'Coded on', es: 'Codificada el' }),
  /** The nature of the dispute, if the evidence itself is disputed. */
  disputed: field(Text.nullable(), { en: 'Disputed', es: 'En disputa' }),
  note: field(Text.nullable(), { en: 'Note', es: 'Nota' }),
}

/** The coded conduct of an organization on a topic from a date on, with the supporting quotes. */
export const Stance = z
  .object({
    ...recordFields,
    ...fields,
    organization: field(Ref.nullable(), { en: 'Organization', es: 'Organización' }),
    jurisdiction: field(PlaceRef, { en: 'Jurisdiction', es: 'Jurisdicción' }),
    from: field(InexactDate.nullable(), { en: 'As of', es: 'A fecha de' }),
    statements: field(z.array(Ref), { en: 'Statements it rests on', es: 'Declaraciones en que se basa' }),
    policies: field(z.array(Ref), { en: 'Policies it rests on', es: 'Políticas en que se basa' }),
    supersededBy: field(Ref.nullable(), { en: 'Superseded by', es: 'Reemplazada por' }),
    citations: field(z.array(Citation).min(1), { en: 'Sources', es: 'Fuentes' }),
  })
  .meta({ id: 'Stance' })
export type Stance = z.infer<typeof Stance>

export const StanceInput = z
  .strictObject({
    ...fields,
    organizationId: Id.nullable(),
    jurisdictionId: Id,
    from: DateInput.nullable(),
    statementIds: z.array(Id),
    policyIds: z.array(Id),
    supersedesId: field(Id.nullable(), { en: 'Supersedes', es: 'Reemplaza a' }),
    citations: z.array(CitationInput.refine((one) => one.exact, 'validation.stanceQuote')).min(1),
  })
  .superRefine((input, context) => {
    const fail = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const axis = TOPIC[input.topic].axis
    if (axis !== 'cooperation' && axis !== 'services') fail('topic', 'validation.topicScale')
    else if (!(input.value in (axis === 'services' ? SERVICES : COOPERATION))) fail('value', 'validation.scaleValue')
    if (input.value === 'assists_some' && !input.cases) fail('cases', 'validation.cases')
    if (input.basis === 'written_instrument' && !input.policyIds.length)
      fail('policyIds', 'validation.stanceInstrument')
    if (input.basis === 'statement' && !input.statementIds.length) fail('statementIds', 'validation.stanceStatement')
  })
export type StanceInput = z.infer<typeof StanceInput>

export const stanceTitle = (record: Stance, lang: Lang = 'en'): string =>
  `${record.organization?.name ?? record.jurisdiction.name}: ${TOPIC[record.topic][lang]}`
