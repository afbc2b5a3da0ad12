import { z } from 'zod'
import { MAX_ITEMS } from '@/lib/records/shared/list-limits'
import { field } from '@/lib/platform/lists/field'
import { type Lang, Text } from '@/lib/platform/i18n/locale'
import { DateInput, InexactDate } from '@/lib/records/shared/inexact-date'
import { intervalOf } from '@/lib/text/edtf'
import { Citation, CitationInput } from '@/lib/records/shared/citation'
import { Id, PlaceRef, Ref, recordFields } from '@/lib/records/shared/reference'
import {
  BOUND,
  Bound,
  CODING,
  COOPERATION,
  Coding,
  DUTIES,
  DUTY,
  Duty,
  SERVICES,
  STANCE_VALUE,
  StanceValue,
} from '@/lib/vocabularies/stances'
import { EVIDENCE_GRADE, EvidenceGrade } from '@/lib/vocabularies/fidelity'
import {
  AS_OF_BASIS,
  AsOfBasis,
  BASIS,
  Basis,
  FROM_BASIS,
  FromBasis,
  SETTING,
  Setting,
} from '@/lib/vocabularies/instruments'
import { TOPIC, TopicSlug } from '@/lib/vocabularies/topics'

const fields = {
  topic: field(TopicSlug, { en: 'Topic', es: 'Tema' }, { vocabulary: TOPIC }),
  value: field(StanceValue, { en: 'Stance', es: 'Postura' }, { vocabulary: STANCE_VALUE }),
  setting: field(Setting.nullable(), { en: 'Setting', es: 'Lugar' }, { vocabulary: SETTING }),
  /** The cases of "in some cases", or the exceptions to a rule. */
  cases: field(Text.nullable(), { en: 'Cases and exceptions', es: 'Casos y excepciones' }),
  /** The bodies that the code is about. Empty if it is only about the organization itself. */
  bound: field(z.array(Bound).max(MAX_ITEMS), { en: 'Whom it binds', es: 'A quién obliga' }, { vocabulary: BOUND }),
  /** The duty that the words put on them; null if they say nothing of one. */
  duty: field(Duty.nullable(), { en: 'Duty', es: 'Deber' }, { vocabulary: DUTY }),
  basis: field(Basis, { en: 'Rests on', es: 'Se basa en' }, { vocabulary: BASIS }),
  asOfBasis: field(AsOfBasis, { en: 'Basis of “as of”', es: 'Base de «a fecha de»' }, { vocabulary: AS_OF_BASIS }),
  fromBasis: field(
    FromBasis.nullable(),
    { en: 'How the start is known', es: 'Cómo se conoce el inicio' },
    {
      vocabulary: FROM_BASIS,
    },
  ),
  coding: field(Coding, { en: 'How it was coded', es: 'Cómo se codificó' }, { vocabulary: CODING }),
  codedOn: field(z.iso.date(), { en: 'Coded on', es: 'Codificada el' }),
  /** The day on which somebody looked again and it still held; null until then. */
  confirmedOn: field(z.iso.date().nullable(), { en: 'Last confirmed', es: 'Última confirmación' }),
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
    asOf: field(InexactDate, { en: 'As of', es: 'A fecha de' }),
    from: field(InexactDate.nullable(), { en: 'In force from', es: 'Rige desde' }),
    until: field(InexactDate.nullable(), { en: 'Until', es: 'Hasta' }),
    evidence: field(EvidenceGrade, { en: 'Evidence', es: 'Evidencia' }, { vocabulary: EVIDENCE_GRADE }),
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
    asOf: field(DateInput, { en: 'As of', es: 'A fecha de' }),
    from: field(DateInput.nullable(), { en: 'In force from', es: 'Rige desde' }),
    until: field(DateInput.nullable(), { en: 'Until', es: 'Hasta' }),
    statementIds: z.array(Id).max(MAX_ITEMS),
    policyIds: z.array(Id).max(MAX_ITEMS),
    supersedesId: field(Id.nullable(), { en: 'Supersedes', es: 'Reemplaza a' }),
    citations: z
      .array(CitationInput.refine((one) => one.exact, 'validation.stanceQuote'))
      .min(1)
      .max(MAX_ITEMS),
  })
  .superRefine((input, context) => {
    const fail = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message })
    const axis = TOPIC[input.topic].axis
    if (axis !== 'cooperation' && axis !== 'services') fail('topic', 'validation.topicScale')
    else if (!(input.value in (axis === 'services' ? SERVICES : COOPERATION))) fail('value', 'validation.scaleValue')
    if (input.value === 'some_cases' && !input.cases) fail('cases', 'validation.cases')
    if (input.duty && !DUTIES[input.value]?.includes(input.duty)) fail('duty', 'validation.dutyContradicts')
    if (!input.from && input.fromBasis) fail('fromBasis', 'validation.fromBasisWithoutDate')
    if (input.until && isAfter(input.until, input.codedOn)) fail('until', 'validation.untilInFuture')
    if (input.basis === 'instrument' && !input.policyIds.length) fail('policyIds', 'validation.stanceInstrument')
    if (input.basis === 'statement' && !input.statementIds.length) fail('statementIds', 'validation.stanceStatement')
  })
export type StanceInput = z.infer<typeof StanceInput>

/** True if all of a date lies after a day. */
const isAfter = ({ edtf }: DateInput, day: string): boolean => (intervalOf(edtf)?.earliest ?? day) > day

export const stanceTitle = (record: Stance, lang: Lang = 'en'): string =>
  `${record.organization?.name ?? record.jurisdiction.name}: ${TOPIC[record.topic][lang]}`
