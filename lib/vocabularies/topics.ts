import { codeOf, type Term } from '@/lib/platform/i18n/vocabulary'

/** The scale on which a topic is coded: a body's actions, its provisions, a speaker's position, or none (a fact). */
export const AXIS = {
  cooperation: { en: 'Cooperation', es: 'Cooperación' },
  services: { en: 'Services', es: 'Servicios' },
  position: { en: 'Position on federal policy', es: 'Posición sobre la política federal' },
  fact: { en: 'Fact, no scale', es: 'Hecho, sin escala' },
} as const satisfies Record<string, Term>
export type Axis = keyof typeof AXIS

type Topic = Term & { readonly axis: Axis; readonly code: string }
const topic = (code: string, axis: Axis, en: string, es: string, aboutEn: string, aboutEs: string) =>
  ({ code, axis, en, es, about: { en: aboutEn, es: aboutEs } }) as const satisfies Topic

export const TOPIC = {
  'enforcement-participation': topic(
    'OP1',
    'cooperation',
    'Joining operations',
    'Participación en operativos',
    'Joining or supporting civil immigration operations.',
    'Participar en operativos civiles de inmigración o apoyarlos.',
  ),
  'status-inquiry': topic(
    'OP2',
    'cooperation',
    'Asking about status',
    'Preguntar por la situación migratoria',
    'Asking people about immigration status or birthplace.',
    'Preguntar a las personas por su situación migratoria o su lugar de nacimiento.',
  ),
  'information-sharing': topic(
    'OP3',
    'cooperation',
    'Sharing information',
    'Compartir información',
    'Sharing data with federal immigration agencies, or notifying them of releases.',
    'Compartir datos con las agencias federales de inmigración o avisarles de excarcelaciones.',
  ),
  detainers: topic(
    'OP4',
    'cooperation',
    'Detainers',
    'Peticiones de retención (detainers)',
    'Holding a person on a federal request after they would otherwise be released.',
    'Retener a una persona a petición federal cuando de otro modo quedaría en libertad.',
  ),
  'jail-access': topic(
    'OP5',
    'cooperation',
    'Jail access',
    'Acceso a las cárceles',
    'Federal agents in jails, interviews there, and transfers.',
    'Agentes federales en las cárceles, entrevistas y traslados.',
  ),
  'agreement-287g': topic(
    'OP6',
    'cooperation',
    '287(g) agreement',
    'Acuerdo 287(g)',
    'A written agreement that lets local officers carry out some immigration duties: Jail Enforcement, Task Force or Warrant Service Officer model.',
    'Un acuerdo escrito que permite a agentes locales realizar algunas tareas migratorias: modelos Jail Enforcement, Task Force o Warrant Service Officer.',
  ),
  'detention-space': topic(
    'OP7',
    'cooperation',
    'Detention contracts',
    'Contratos de detención',
    'Contracts to hold people for federal immigration agencies.',
    'Contratos para detener a personas por cuenta de las agencias federales de inmigración.',
  ),
  'local-resources': topic(
    'OP8',
    'cooperation',
    'Local money, staff and property',
    'Dinero, personal y bienes locales',
    'Using money, staff, the National Guard or property for immigration enforcement. A ban on using property for staging or operations belongs here.',
    'Usar dinero, personal, la Guardia Nacional o bienes para hacer cumplir las leyes de inmigración. La prohibición de usar bienes para operativos pertenece aquí.',
  ),
  'facility-access': topic(
    'OP9',
    'cooperation',
    'Access to buildings',
    'Acceso a edificios',
    'Whether federal agents are let into places that are not open to the public: schools, universities, child care, courts, hospitals, places of worship, detention facilities, local or state property. The setting is named.',
    'Si se deja entrar a agentes federales en lugares que no están abiertos al público: escuelas, universidades, guarderías, tribunales, hospitales, lugares de culto, centros de detención, bienes locales o estatales. Se indica el lugar.',
  ),
  'services-access': topic(
    'RS1',
    'services',
    'Services regardless of status',
    'Servicios sin importar la situación migratoria',
    'Services and safety for residents regardless of immigration status.',
    'Servicios y seguridad para los residentes sin importar su situación migratoria.',
  ),
  'legal-family-support': topic(
    'RS2',
    'services',
    'Legal and family support',
    'Apoyo legal y familiar',
    'Legal aid, rapid response, planning for families.',
    'Asistencia legal, respuesta rápida y planificación para las familias.',
  ),
  litigation: topic(
    'GR1',
    'fact',
    'Lawsuits',
    'Demandas',
    'Suing over federal policy, or joining or announcing suits.',
    'Demandar por la política federal, o sumarse a demandas o anunciarlas.',
  ),
  'federal-pressure': topic(
    'GR2',
    'position',
    'Federal conditions on localities',
    'Condiciones federales a los gobiernos locales',
    'Federal funding conditions, prosecutions and orders that are to make states and localities act.',
    'Condiciones de financiación, procesos penales y órdenes federales para que los estados y gobiernos locales actúen.',
  ),
  'state-local-conflict': topic(
    'GR3',
    'position',
    'State mandates on localities',
    'Mandatos estatales sobre lo local',
    'A locality against state law, or a state mandate on localities.',
    'Un gobierno local frente a la ley estatal, o un mandato estatal sobre los gobiernos locales.',
  ),
  designation: topic(
    'GR4',
    'fact',
    'Labels',
    'Etiquetas',
    'A quoted label that a place gives itself, or that others give it.',
    'Una etiqueta citada que un lugar se da a sí mismo o que otros le dan.',
  ),
  'federal-agent-rules': topic(
    'GR5',
    'fact',
    'Rules for federal agents',
    'Normas para agentes federales',
    'Rules of a state or locality for federal agents: masks, identification, civil arrests at courts, suits against them.',
    'Normas de un estado o gobierno local para agentes federales: máscaras, identificación, arrestos civiles en tribunales, demandas contra ellos.',
  ),
  'state-offenses': topic(
    'GR6',
    'fact',
    'State offenses of entry or presence',
    'Delitos estatales de entrada o presencia',
    'State crimes of entering or being in the state without lawful immigration status.',
    'Delitos estatales por entrar o estar en el estado sin situación migratoria legal.',
  ),
  'mass-removal': topic(
    'FP1',
    'position',
    'Large-scale deportation',
    'Deportación a gran escala',
    'The federal effort to deport people in large numbers.',
    'El esfuerzo federal por deportar a un gran número de personas.',
  ),
  'specific-operation': topic(
    'FP2',
    'position',
    'A particular operation',
    'Un operativo concreto',
    'One named enforcement operation or a series of them.',
    'Un operativo concreto o una serie de ellos.',
  ),
  'sensitive-locations': topic(
    'FP3',
    'position',
    'Enforcement at sensitive locations',
    'Operativos en lugares sensibles',
    'Enforcement at schools, places of worship and hospitals.',
    'Operativos en escuelas, lugares de culto y hospitales.',
  ),
  'military-role': topic(
    'FP4',
    'position',
    'Armed forces at the border',
    'Fuerzas armadas en la frontera',
    'Armed forces at the border or in immigration enforcement.',
    'Fuerzas armadas en la frontera o en la aplicación de las leyes de inmigración.',
  ),
  'birthright-citizenship': topic(
    'FP5',
    'position',
    'Limits on birthright citizenship',
    'Límites a la ciudadanía por nacimiento',
    'Citizenship of people born in the United States.',
    'La ciudadanía de quienes nacen en Estados Unidos.',
  ),
  'detention-legislation': topic(
    'FP6',
    'position',
    'Detention legislation',
    'Leyes sobre detención',
    'Federal laws on immigration detention.',
    'Leyes federales sobre la detención migratoria.',
  ),
  asylum: topic(
    'FP7',
    'position',
    'Limits on asylum',
    'Límites al asilo',
    'Federal asylum rules.',
    'Las reglas federales de asilo.',
  ),
  'enforcement-priorities': topic(
    'FP8',
    'position',
    'Enforcement by priority',
    'Aplicación por prioridades',
    'Whom federal enforcement should put first.',
    'A quiénes debe dar prioridad la aplicación federal de la ley.',
  ),
  'legal-pathways': topic(
    'FP9',
    'position',
    'Legal pathways',
    'Vías legales',
    'Ways to lawful status and citizenship.',
    'Vías hacia la residencia legal y la ciudadanía.',
  ),
  'local-cooperation': topic(
    'FP10',
    'position',
    'State and local cooperation',
    'Cooperación estatal y local',
    'State and local bodies cooperating with federal immigration enforcement.',
    'La cooperación de organismos estatales y locales con la aplicación federal de las leyes de inmigración.',
  ),
} as const satisfies Record<string, Topic>

export const TopicSlug = codeOf(TOPIC)
export type TopicSlug = keyof typeof TOPIC

/** Topics of earlier versions. Addresses with them lead to the new ones. */
export const RENAMED_TOPICS: Readonly<Record<string, TopicSlug>> = { 'local-limits': 'local-cooperation' }

export const topicsOf = (...axes: Axis[]): TopicSlug[] =>
  (Object.keys(TOPIC) as TopicSlug[]).filter((slug) => axes.includes(TOPIC[slug].axis))
