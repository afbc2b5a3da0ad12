import { z } from 'zod'
import { LIMITS } from '@/lib/platform/api/api-limits'
import { settings } from '@/lib/platform/settings/settings'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES } from '@/lib/records/registry'
import { LICENCE, LICENCE_URL } from '@/lib/features/exports/formats'
import { type ApiParameter, type Operation, operations } from './operations'
import { namedSchemas } from './schemas'

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })

/** The OpenAPI 3.1 document, generated from the definitions that parse requests and validate responses. */
export const openApiDocument = (registry: AnyRegistry = RECORD_TYPES) => ({
  openapi: '3.1.1',
  info: {
    title: 'Local Record',
    version: '1',
    description:
      'A public, sourced record of how US states and localities answer federal immigration enforcement. Anyone may ' +
      `read it, from any origin, without a key. Limits for one address: ${LIMITS.read} requests a minute, of which ` +
      `${LIMITS.export} for whole lists as files; beyond them the answer is 429 with Retry-After. Answers carry an ETag.`,
    license: { name: LICENCE, url: LICENCE_URL },
  },
  servers: [{ url: `${settings().siteUrl}/api/v1` }],
  paths: Object.fromEntries(
    operations(registry).map((one) => [one.path || '/', { ...elsewhere(one), get: operation(one) }]),
  ),
  components: { schemas: schemas(registry) },
})

/** The server of an operation outside the document's base URL. */
const elsewhere = ({ base }: Operation) => (base ? { servers: [{ url: settings().siteUrl + base }] } : {})

const operation = ({ id, summary, about, parameters, answer, statuses }: Operation) => ({
  operationId: id,
  summary: summary.en,
  ...(about && { description: about.en }),
  parameters: parameters.map(parameter),
  responses: {
    200: { description: 'Found.', content: { 'application/json': { schema: answerSchema(answer) } } },
    ...Object.fromEntries(statuses.map((status) => [status, refusal(status)])),
  },
})

const parameter = ({ name, in: where, about, schema, required = false, many }: ApiParameter) => ({
  name,
  in: where,
  required,
  description: about.en,
  ...(many && { style: 'form', explode: true }),
  schema: plain(schema),
})

const answerSchema = (answer: Operation['answer']) => {
  if ('any' in answer) return { type: 'object' }
  if (!answer.list) return ref(answer.schema)
  return {
    type: 'object',
    properties: {
      data: { type: 'array', items: ref(answer.schema) },
      total: { type: 'integer', minimum: 0, description: 'Records on all pages.' },
      more: { type: 'boolean', description: 'There are more than `total`: of very common words no more are counted.' },
      next: { type: ['string', 'null'], description: 'For `after`; null on the last page.' },
    },
    required: ['data', 'total', 'more', 'next'],
    additionalProperties: false,
  }
}

const MEANING: Record<number, string> = {
  304: 'What you have is still current (If-None-Match).',
  308: 'It moved; Location says where.',
  404: 'There is nothing at this address.',
  410: 'The entry was withdrawn; the answer says when and why.',
  422: 'Some parameters were not understood; the answer names each.',
  429: 'Too many requests; Retry-After says when to come back.',
  501: 'This format is not offered.',
  503: 'Busy; Retry-After says when to come back.',
}

const refusal = (status: number) => ({
  description: MEANING[status]!,
  ...(status >= 400 && { content: { 'application/problem+json': { schema: ref('Problem') } } }),
})

/** The named schemas as JSON Schema. */
const schemas = (registry: AnyRegistry) => {
  const named = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(namedSchemas(registry))) named.add(schema, { id })
  const { schemas } = z.toJSONSchema(named, {
    target: 'draft-2020-12',
    uri: (id) => `#/components/schemas/${id}`,
    override: ({ jsonSchema }) => {
      const { es, about, vocabulary, ...rest } = jsonSchema as Record<string, unknown>
      for (const key of ['es', 'about', 'vocabulary']) delete (jsonSchema as Record<string, unknown>)[key]
      if (jsonSchema.format === 'starts_with') delete jsonSchema.format
      // A format makes its pattern redundant.
      if (jsonSchema.format) delete jsonSchema.pattern
      if (about) jsonSchema.description = (about as { en: string }).en
      if (es) (jsonSchema as Record<string, unknown>)['x-title-es'] = es
      if (vocabulary && rest.enum)
        (jsonSchema as Record<string, unknown>)['x-labels'] = labels(vocabulary as Vocabulary)
    },
  })
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, plain(schema)]))
}

type Vocabulary = Record<string, { en: string; es: string }>
const labels = (vocabulary: Vocabulary) =>
  Object.fromEntries(Object.entries(vocabulary).map(([code, { en, es }]) => [code, { en, es }]))

/** Removes keys that are valid only at the root of a schema document. */
const plain = (schema: object): object => {
  const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as Record<string, unknown>
  return rest
}
