import { z } from 'zod'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { RELEVANCE } from '@/lib/platform/lists/collection'
import { pageAddress } from '@/lib/features/social-preview/address'
import { RECORD_TYPES } from '@/lib/records/registry'
import type { AnyRegistry } from '@/lib/records/create-registry'
import type { AnyDefinition } from '@/lib/records/define-record-type'
import { schemaName } from './schemas'

/** Default and maximum page size of lists. */
export const PAGE = { size: 50, most: 200 }

export type ApiParameter = {
  name: string
  in: 'query' | 'path'
  about: LocalizedText
  schema: object
  required?: boolean
  many?: boolean
}

export type Operation = {
  id: string
  /** Below "/api/v1", or below `base`. */
  path: string
  base?: string
  summary: LocalizedText
  about?: LocalizedText
  parameters: ApiParameter[]
  /** The schema of the response; `list` for a page of items. */
  answer: { schema: string; list?: boolean } | { any: LocalizedText }
  statuses: number[]
  example: string
}

const id: ApiParameter = {
  name: 'id',
  in: 'path',
  required: true,
  about: { en: 'The record’s permanent id.', es: 'El ID permanente del registro.' },
  schema: { type: 'string', pattern: '^[0-9a-z]{10}$' },
}
const version: ApiParameter = {
  name: 'version',
  in: 'query',
  about: { en: 'An old version; the current one without it.', es: 'Una versión anterior; sin él, la actual.' },
  schema: { type: 'integer', minimum: 1 },
}
const q: ApiParameter = {
  name: 'q',
  in: 'query',
  required: true,
  about: { en: 'A name, or words.', es: 'Un nombre o palabras.' },
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}
const size: ApiParameter = {
  name: 'size',
  in: 'query',
  about: {
    en: `Records on a page, ${PAGE.size} unless you say.`,
    es: `Registros por página; ${PAGE.size} si no se indica.`,
  },
  schema: { type: 'integer', minimum: 1, maximum: PAGE.most },
}
const after: ApiParameter = {
  name: 'after',
  in: 'query',
  about: {
    en: 'The `next` of the page before. Follow the Link header with rel="next" instead, if that is easier.',
    es: 'El valor `next` de la página anterior. También sirve seguir la cabecera Link con rel="next".',
  },
  schema: { type: 'string' },
}

const paging = [after, size]
const READ = [304, 422, 429, 503]

const recordTypeOperations = (definition: AnyDefinition): Operation[] => {
  const { name: type, filters, sorts } = definition
  const records = { en: filters.noun.en.other, es: filters.noun.es.other }
  const sort: ApiParameter = {
    name: 'sort',
    in: 'query',
    about: {
      en: 'The order of the list. With words it is “relevance” unless you say, which there is only with words.',
      es: 'El orden de la lista. Con palabras es «relevance» si no se indica otro; solo existe con palabras.',
    },
    schema: { type: 'string', enum: [RELEVANCE, ...Object.keys(sorts)] },
  }
  const filtering = filters.parameters.map(({ name, about, schema, many }): ApiParameter => ({
    name,
    in: 'query',
    about,
    many,
    schema: z.toJSONSchema(many ? z.array(schema) : schema, { target: 'draft-2020-12', io: 'input' }),
  }))
  const schema = schemaName(definition)
  return [
    {
      id: `list-${type}`,
      path: `/${type}`,
      summary: { en: `List ${records.en}`, es: `Lista de ${records.es}` },
      parameters: [...filtering, sort, ...paging],
      answer: { schema, list: true },
      statuses: READ,
      example: `/${type}?size=1`,
    },
    {
      id: `get-${type}`,
      path: `/${type}/{id}`,
      summary: { en: `One of the ${records.en}`, es: `Un registro de ${records.es}` },
      parameters: [id, version],
      answer: { schema },
      statuses: [304, 308, 404, 410, 422, 429, 503],
      example: `/${type}/{id}`,
    },
    {
      id: `versions-${type}`,
      path: `/${type}/{id}/versions`,
      summary: { en: `Versions of one of the ${records.en}`, es: `Versiones de un registro de ${records.es}` },
      parameters: [id],
      answer: { schema: 'Versions' },
      statuses: [304, 404, 422, 429, 503],
      example: `/${type}/{id}/versions`,
    },
  ]
}

/** All operations of the API, from which the OpenAPI document and the reference page are generated. */
export const operations = (registry: AnyRegistry = RECORD_TYPES): Operation[] => [
  {
    id: 'index',
    path: '',
    summary: { en: 'Where everything is', es: 'Dónde está todo' },
    parameters: [],
    answer: { schema: 'Index' },
    statuses: READ,
    example: '',
  },
  ...Object.values(registry).flatMap(recordTypeOperations),
  {
    id: 'search',
    path: '/search',
    summary: { en: 'Search names and words', es: 'Buscar nombres y palabras' },
    parameters: [q],
    answer: { schema: 'SearchResults' },
    statuses: READ,
    example: '/search?q=el+paso',
  },
  {
    id: 'places',
    path: '/places',
    summary: { en: 'Places as one types', es: 'Lugares mientras se escribe' },
    about: {
      en: 'At most twelve, the exact name first. Typing errors and other names of a place are forgiven.',
      es: 'Doce como máximo, con el nombre exacto primero. Tolera errores y otros nombres del lugar.',
    },
    parameters: [q],
    answer: { schema: 'Places' },
    statuses: READ,
    example: '/places?q=el+pa',
  },
  {
    id: 'changes',
    path: '/changes',
    summary: { en: 'What changed since a moment', es: 'Qué cambió desde un momento' },
    about: {
      en: 'For mirrors: every version of every record, in the order of publication. Read a changed record again, and those that name it. Begin a minute before the last moment that you have, because entries that are published together appear together a little later.',
      es: 'Para copias: cada versión de cada registro, en orden de publicación. Vuelva a leer un registro cambiado y los que lo nombran. Empiece un minuto antes del último momento que tenga: las entradas publicadas juntas aparecen juntas un poco después.',
    },
    parameters: [
      {
        name: 'since',
        in: 'query',
        about: {
          en: 'A day or a moment in UTC: 2026-11-22, 2026-11-22T09:00:00Z. From the beginning without it.',
          es: 'Un día o un momento en UTC: 2026-11-22, 2026-11-22T09:00:00Z. Sin él, desde el principio.',
        },
        schema: { type: 'string' },
      },
      ...paging,
    ],
    answer: { schema: 'Changes' },
    statuses: READ,
    example: '/changes?since=2025-01-20',
  },
  {
    id: 'oembed',
    path: '/oembed',
    base: '/api',
    summary: { en: 'How a page is shown in another one (oEmbed)', es: 'Cómo se muestra una página en otra (oEmbed)' },
    about: {
      en: 'For lists with their filters, records, the map and the states. Other addresses are answered with 404, other formats than JSON with 501.',
      es: 'Para listas con sus filtros, registros, el mapa y los estados. Otras direcciones se responden con 404; otros formatos que JSON, con 501.',
    },
    parameters: [
      {
        name: 'url',
        in: 'query',
        required: true,
        about: { en: 'The address of the page.', es: 'La dirección de la página.' },
        schema: { type: 'string', format: 'uri' },
      },
      ...(['maxwidth', 'maxheight'] as const).map((name): ApiParameter => ({
        name,
        in: 'query',
        about: { en: 'So many pixels at most.', es: 'Como máximo estos píxeles.' },
        schema: { type: 'integer', minimum: 1, maximum: 9_999 },
      })),
      {
        name: 'format',
        in: 'query',
        about: { en: 'JSON, which is usual.', es: 'JSON, que es lo habitual.' },
        schema: { type: 'string', enum: ['json'] },
      },
    ],
    answer: { schema: 'OEmbed' },
    statuses: [304, 404, 422, 429, 501, 503],
    example: `/oembed?url=${encodeURIComponent(pageAddress('en', '/statements?state=TX'))}`,
  },
  {
    id: 'openapi',
    path: '/openapi.json',
    summary: { en: 'This interface as OpenAPI 3.1', es: 'Esta interfaz como OpenAPI 3.1' },
    parameters: [],
    answer: { any: { en: 'An OpenAPI 3.1 document.', es: 'Un documento OpenAPI 3.1.' } },
    statuses: READ,
    example: '/openapi.json',
  },
]
