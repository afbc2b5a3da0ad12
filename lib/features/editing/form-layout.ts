import type { LocalizedText } from '@/lib/platform/i18n/locale'
import type { RecordTypeName } from '@/lib/records/paths'

/** A part of a form under a heading of its own. */
export type Section = { title: LocalizedText; about?: LocalizedText; fields: readonly string[] }

const notes: Section = {
  title: { en: 'Notes', es: 'Notas' },
  about: {
    en: 'What a source got wrong, and what is not known. Readers see them.',
    es: 'Qué dice mal una fuente y qué no se sabe. Las ven los lectores.',
  },
  fields: ['notes'],
}
const note: Section = { title: notes.title, fields: ['note'] }
const evidence = (fields: string[]): Section => ({
  title: { en: 'Evidence', es: 'Pruebas' },
  about: {
    en: 'The words of each source, exactly as it prints them.',
    es: 'Las palabras de cada fuente, tal como las publica.',
  },
  fields,
})
const what: LocalizedText = { en: 'What it is', es: 'Qué es' }
const where: LocalizedText = { en: 'Who and where', es: 'Quién y dónde' }
const when: LocalizedText = { en: 'When', es: 'Cuándo' }

/** The order of a form: as one writes, from the words of the source to what they mean. */
export const FORM_LAYOUT: Record<RecordTypeName, readonly Section[]> = {
  statements: [
    { title: { en: 'Who speaks, and where', es: 'Quién habla y dónde' }, fields: ['speakers', 'placeIds'] },
    {
      title: { en: 'The words', es: 'Las palabras' },
      about: {
        en: 'Each wording with the source that prints it. Exactly one is preferred.',
        es: 'Cada redacción con la fuente que la publica. Se prefiere exactamente una.',
      },
      fields: ['variants'],
    },
    { title: { en: 'When and how', es: 'Cuándo y cómo' }, fields: ['date', 'kind', 'channel'] },
    {
      title: { en: 'What it says', es: 'Qué dice' },
      about: {
        en: 'In neutral words of our own; a source’s verbs stay inside its quotation marks.',
        es: 'Con palabras neutrales propias; los verbos de una fuente quedan entre sus comillas.',
      },
      fields: ['summary', 'topics', 'positions', 'rationales', 'answersIds'],
    },
    { ...notes, title: { en: 'Other sources and notes', es: 'Otras fuentes y notas' }, fields: ['citations', 'notes'] },
  ],
  policies: [
    { title: what, fields: ['title', 'instrument', 'number', 'model', 'binding'] },
    { title: where, fields: ['jurisdictionId', 'organizationId', 'officialId'] },
    { title: { en: 'What happened to it', es: 'Qué pasó con ella' }, fields: ['events'] },
    { title: { en: 'What it says', es: 'Qué dice' }, fields: ['summary', 'provisions', 'answersIds'] },
    evidence(['citations']),
    notes,
  ],
  stances: [
    {
      title: { en: 'Whose stance, on what', es: 'Postura de quién, sobre qué' },
      fields: ['jurisdictionId', 'organizationId', 'topic'],
    },
    { title: { en: 'The stance', es: 'La postura' }, fields: ['value', 'cases', 'setting', 'from', 'checkedOn'] },
    {
      title: { en: 'What it rests on', es: 'En qué se basa' },
      fields: ['basis', 'policyIds', 'statementIds', 'citations', 'supersedesId'],
    },
    { ...notes, fields: ['disputed', 'note'] },
  ],
  officials: [
    { title: { en: 'Who it is', es: 'Quién es' }, fields: ['name', 'aliases', 'bioguide'] },
    {
      title: { en: 'Offices held', es: 'Cargos ocupados' },
      about: {
        en: 'The role shown beside a statement is the one held on that day.',
        es: 'Junto a una declaración se muestra el cargo ocupado ese día.',
      },
      fields: ['roles'],
    },
    note,
  ],
  organizations: [
    { title: what, fields: ['name', 'kind', 'aliases'] },
    { title: { en: 'Where', es: 'Dónde' }, fields: ['jurisdictionId', 'servesIds'] },
    note,
  ],
  jurisdictions: [
    { title: what, fields: ['name', 'fullName', 'kind', 'aliases'] },
    { title: { en: 'Where', es: 'Dónde' }, fields: ['usps', 'parentId', 'path', 'lat', 'lon', 'population'] },
    { title: { en: 'In registers', es: 'En los registros' }, fields: ['geoid', 'countyGeoid', 'ocdId', 'geonamesId'] },
    note,
  ],
  'federal-actions': [
    { title: what, fields: ['title', 'kind', 'agency', 'summary', 'topics'] },
    { title: when, fields: ['date', 'events'] },
    evidence(['citations']),
    notes,
  ],
  sources: [
    { title: what, fields: ['title', 'kind', 'outlet', 'authors', 'published'] },
    { title: { en: 'Where to read it', es: 'Dónde leerla' }, fields: ['url', 'archiveUrl', 'captures'] },
    {
      title: { en: 'Where it comes from', es: 'De dónde procede' },
      about: {
        en: 'A rewrite or a reprint corroborates nothing on its own.',
        es: 'Una reescritura o una reproducción no corrobora nada por sí sola.',
      },
      fields: ['lineage'],
    },
    { title: { en: 'Leads and notes', es: 'Pistas y notas' }, fields: ['leads', 'note'] },
  ],
  labels: [
    { title: what, fields: ['words', 'labeller', 'own'] },
    { title: { en: 'Where and when', es: 'Dónde y cuándo' }, fields: ['jurisdictionId', 'date'] },
    evidence(['citations', 'statementId', 'policyId']),
    note,
  ],
}

/** In the rows of a list, what is written first; the rest follows as it is defined. */
export const FIRST: Record<string, readonly string[]> = {
  speakers: ['officialId', 'organizationId'],
  variants: ['citation', 'passages', 'preferred'],
  roles: ['title', 'office', 'jurisdictionId', 'organizationId', 'from', 'to'],
  lineage: ['kind', 'sourceId'],
}

/** What one row of a list is called: "Add wording", "Wording 2". */
export const ROW: Record<string, LocalizedText> = {
  speakers: { en: 'Speaker', es: 'Persona u organismo' },
  placeIds: { en: 'Place', es: 'Lugar' },
  servesIds: { en: 'Place', es: 'Lugar' },
  variants: { en: 'Wording', es: 'Redacción' },
  passages: { en: 'Quoted words', es: 'Palabras citadas' },
  positions: { en: 'Position', es: 'Posición' },
  answersIds: { en: 'Federal action', es: 'Medida federal' },
  citations: { en: 'Source', es: 'Fuente' },
  notes: { en: 'Note', es: 'Nota' },
  events: { en: 'Status', es: 'Estado' },
  provisions: { en: 'Provision', es: 'Disposición' },
  roles: { en: 'Role', es: 'Cargo' },
  policyIds: { en: 'Policy', es: 'Política' },
  statementIds: { en: 'Statement', es: 'Declaración' },
  lineage: { en: 'Original', es: 'Original' },
  captures: { en: 'Capture', es: 'Captura' },
  leads: { en: 'Lead', es: 'Pista' },
}
