import type { Facet, Filter } from '@/lib/platform/lists/filter'
import { flagFilter } from '@/lib/platform/lists/flag-filter'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { type OptionsValue, optionsFilter } from '@/lib/platform/lists/options-filter'
import { textFilter } from '@/lib/platform/lists/text-filter'
import type { Vocabulary } from '@/lib/platform/i18n/vocabulary'
import { type Sql, sql } from '@/lib/platform/database/sql'
import { SOURCE_KIND } from '@/lib/vocabularies/fidelity'
import { STATUS } from '@/lib/vocabularies/instruments'
import { RENAMED_TOPICS, TOPIC } from '@/lib/vocabularies/topics'
import { ENDS, STATUS_STRENGTH } from './status-in-force'

/** Full-text search over the record. */
export const textSearchFilter = (names?: string): Filter<string> =>
  textFilter({
    name: 'q',
    label: { en: 'Words', es: 'Palabras' },
    about: {
      en: 'Words in the record: all of them, “or” between alternatives, a minus before what must not be there, quotation marks around a phrase.',
      es: 'Palabras en el registro: todas; «or» entre alternativas, un signo menos ante lo que no debe aparecer, comillas para una frase.',
    },
    phrase: { en: 'with “{}”', es: 'con «{}»' },
    ...(names && { names }),
  })

/** Matches a code of one column, from the column's vocabulary. */
export const codeFilter = (
  name: string,
  label: LocalizedText,
  codes: Vocabulary,
  phrase: LocalizedText,
  facet: Facet = { column: name },
  more: { sentenceLabels?: Vocabulary; renamed?: Readonly<Record<string, string>> } = {},
): Filter<OptionsValue> => optionsFilter({ name, label, about: label, options: { codes }, phrase, facet, ...more })

export const topicFilter = (facet: Facet, every = true): Filter<OptionsValue> =>
  optionsFilter({
    name: 'topic',
    label: { en: 'Topic', es: 'Tema' },
    about: { en: 'What it is about.', es: 'De qué trata.' },
    options: { codes: TOPIC },
    renamed: RENAMED_TOPICS,
    phrase: { en: 'about {}', es: 'sobre {}' },
    facet,
    ...(every && {
      modifier: {
        param: 'topics',
        code: 'all',
        matchAll: every,
        label: { en: 'all of these topics', es: 'todos estos temas' },
        about: {
          en: 'With “all”, every chosen topic must apply instead of any.',
          es: 'Con «all» deben aplicarse todos los temas elegidos y no solo alguno.',
        },
      },
    }),
  })

const recordFilter = (
  name: string,
  label: LocalizedText,
  about: LocalizedText,
  records: string,
  phrase: LocalizedText,
  facet: Facet,
) => optionsFilter({ name, label, about, options: { records }, phrase, facet })

export const officialFilter = (rows: Sql): Filter<OptionsValue> =>
  recordFilter(
    'official',
    { en: 'Official', es: 'Funcionario o funcionaria' },
    { en: 'The id of an official.', es: 'El id de un funcionario o una funcionaria.' },
    'officials',
    { en: 'by {}', es: 'de {}' },
    { rows },
  )

export const organizationFilter = (facet: Facet): Filter<OptionsValue> =>
  recordFilter(
    'organization',
    { en: 'Organization', es: 'Organización' },
    { en: 'The id of a public body.', es: 'El id de un organismo público.' },
    'organizations',
    { en: 'by {}', es: 'de {}' },
    facet,
  )

export const federalActionFilter = (rows: Sql): Filter<OptionsValue> =>
  recordFilter(
    'answers',
    { en: 'Federal action answered', es: 'Medida federal a la que responde' },
    { en: 'The id of the federal action that it answers.', es: 'El id de la medida federal a la que responde.' },
    'federal-actions',
    { en: 'answering “{}”', es: 'en respuesta a «{}»' },
    { rows },
  )

/** Matches the kind of a cited source. `cited` selects rows of `id` and `source_id`. */
export const sourceKindFilter = (cited: Sql): Filter<OptionsValue> =>
  optionsFilter({
    name: 'source_kind',
    label: { en: 'Kind of source', es: 'Tipo de fuente' },
    about: { en: 'The kind of a source that is cited.', es: 'El tipo de una fuente citada.' },
    options: { codes: SOURCE_KIND },
    phrase: { en: 'citing {}', es: 'con fuente de tipo {}' },
    facet: {
      rows: sql`SELECT cited.id, source.kind AS code FROM (${cited}) cited JOIN source ON source.id = source_id`,
    },
  })

export const outletFilter = (facet: Facet): Filter<OptionsValue> =>
  optionsFilter({
    name: 'outlet',
    label: { en: 'Outlet', es: 'Medio' },
    about: { en: 'Who published a source, as written there.', es: 'Quién publicó una fuente, tal como está escrito.' },
    options: { distinctValues: true },
    phrase: { en: 'from {}', es: 'publicado por {}' },
    facet,
  })

/** Matches the status that holds of dated events. `events` selects rows of `id`, `position` and `status`. */
export const statusFilter = (events: Sql): Filter<OptionsValue> =>
  codeFilter(
    'status',
    { en: 'Status', es: 'Estado' },
    STATUS,
    { en: ', status: {}', es: ', estado: {}' },
    { rows: inForce(events) },
  )

/** `eventInForce` in SQL: a row of `id` and `code` for each entry. */
const inForce = (events: Sql): Sql => sql`
  SELECT DISTINCT ON (step.id) step.id, step.status AS code FROM (
    SELECT event.*, max(position) FILTER (WHERE status = ANY(${[...ENDS]}::text[])) OVER (PARTITION BY id) AS ended
    FROM (${events}) event) step
  WHERE step.ended IS NULL OR step.position >= step.ended
  ORDER BY step.id, (${JSON.stringify(STATUS_STRENGTH)}::jsonb -> step.status)::int DESC, step.position DESC`

/** Matches entries with a correction in their history. */
export const correctedFilter = (type: string): Filter<true> =>
  flagFilter({
    name: 'corrected',
    label: { en: 'Has a correction', es: 'Tiene una corrección' },
    about: { en: 'With “yes”, only entries that were corrected.', es: 'Con «yes», solo entradas que se corrigieron.' },
    phrase: { en: 'with a correction', es: 'con una corrección' },
    where: sql`EXISTS (SELECT FROM revision WHERE type = ${type} AND record_id = id AND kind = 'corrected')`,
  })
