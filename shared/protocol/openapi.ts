import { z } from 'zod'
import {
  BatchAnswer,
  BatchItem,
  Capabilities,
  DocumentPage,
  ErrorBody,
  PROTOCOL_VERSION,
  ReceiptPage,
  ServiceDocument,
  ServiceReceipt,
} from './api'
import { Manifest } from './manifest'

type Json = Record<string, unknown>

const components = {
  Capabilities,
  BatchAnswer,
  BatchItem,
  ReceiptPage,
  ServiceReceipt,
  DocumentPage,
  ServiceDocument,
  Manifest,
  ErrorBody,
}

const ref = (name: keyof typeof components): Json => ({ $ref: `#/components/schemas/${name}` })
const json = (name: keyof typeof components): Json => ({ 'application/json': { schema: ref(name) } })
const answer = (description: string, name: keyof typeof components): Json => ({
  description,
  content: json(name),
})

const causes: Record<string, string> = {
  400: 'The request is malformed.',
  401: 'No token, or one that is no longer valid.',
  403: 'The token may not act for this enterprise, or the book does not belong to this service.',
  404: 'Nothing is known under this id (`unknown-batch`).',
  409: 'The id is known with other bytes (`batch-hash-differs`).',
  413: 'More documents or bytes than the limits of the capabilities.',
  422: 'The package or its manifest breaks a rule; nothing of it was taken in.',
  429: 'Too many requests; wait as `Retry-After` says.',
  503: 'Not now; wait as `Retry-After` says.',
}

function errors(...statuses: number[]): Json {
  return Object.fromEntries(
    statuses.map((status) => {
      const waits = status === 429 || status === 503
      const headers = { 'retry-after': { description: 'Seconds to wait.', schema: { type: 'integer' } } }
      return [String(status), { ...answer(causes[status]!, 'ErrorBody'), ...(waits ? { headers } : {}) }]
    }),
  )
}

function parameter(
  place: 'path' | 'query' | 'header',
  name: string,
  schema: Json,
  description: string,
): Json {
  const required = place === 'path' || place === 'header'
  return { in: place, name, required, schema, description }
}

const batchId = parameter(
  'path',
  'batchId',
  { type: 'string', format: 'uuid' },
  'Made once by the client, fixed on its disk before sending.',
)
const cursor = parameter('query', 'cursor', { type: 'string' }, 'Opaque; from the page before.')
const limit = parameter('query', 'limit', { type: 'integer', minimum: 1 }, 'At most `maxReceiptPage`.')

const paths: Json = {
  '/v1/capabilities': {
    get: {
      operationId: 'capabilities',
      summary: 'What the service is, speaks and accepts at once',
      responses: { 200: answer('Capabilities', 'Capabilities'), ...errors(401, 429, 503) },
    },
  },
  '/v1/batches/{batchId}': {
    put: {
      operationId: 'putBatch',
      summary: 'Hand in a batch; the same id with the same bytes gets the same answer again',
      parameters: [
        batchId,
        parameter(
          'header',
          'x-content-sha256',
          { type: 'string', pattern: '^[0-9a-f]{64}$' },
          'Digest of the body.',
        ),
        parameter(
          'header',
          'x-enterprise',
          { type: 'string', minLength: 1 },
          'Code of the enterprise that sends.',
        ),
      ],
      requestBody: {
        required: true,
        description: 'Zip with manifest.json, messages/NNN.xml and manifest.sig; the manifest is `Manifest`.',
        content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
      },
      responses: {
        200: answer('Result per document', 'BatchAnswer'),
        ...errors(400, 401, 403, 409, 413, 422, 429, 503),
      },
    },
    get: {
      operationId: 'queryBatch',
      summary: 'What became of a batch whose answer was lost',
      parameters: [batchId],
      responses: {
        200: answer('Result per document', 'BatchAnswer'),
        ...errors(400, 401, 403, 404, 429, 503),
      },
    },
  },
  '/v1/receipts': {
    get: {
      operationId: 'receipts',
      summary: 'Receipts of the enterprise of the token, after a cursor',
      parameters: [cursor, limit],
      responses: { 200: answer('One page', 'ReceiptPage'), ...errors(400, 401, 403, 429, 503) },
    },
  },
  '/v1/documents': {
    get: {
      operationId: 'documents',
      summary: "The service's own view of documents, for reconciliation",
      parameters: [
        parameter('query', 'message', { type: 'string', pattern: '^CEB\\d{3}$' }, 'Message type.'),
        parameter('query', 'businessKey', { type: 'string' }, 'Together with `message`.'),
        parameter('query', 'since', { type: 'string', format: 'date-time' }, 'Changed at or after.'),
        cursor,
        limit,
      ],
      responses: { 200: answer('One page', 'DocumentPage'), ...errors(400, 401, 403, 429, 503) },
    },
  },
}

/** The OpenAPI 3.1 document of the service, made from the schemas that both sides check against. */
export function openapi(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(components)) registry.add(schema, { id })
  const { schemas } = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  })
  const bare = Object.entries(schemas).map(([id, schema]) => {
    const { $schema: _dialect, $id: _id, id: _name, ...rest } = schema as Json
    return [id, rest]
  })
  return {
    openapi: '3.1.0',
    info: {
      title: 'Single-window exchange',
      version: `${PROTOCOL_VERSION}.0.0`,
      description:
        'Batches in, receipts out. Idempotent by batch id and by business key, so that a client may repeat any request.',
    },
    security: [{ token: [] }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(bare),
    },
  }
}

/** The text of the committed `openapi.json`. */
export const openapiText = (): string => `${JSON.stringify(openapi(), null, 2)}\n`
