import { z } from 'zod'
import { PROTOCOL_VERSION } from './api'
import { batchPaths } from './openapi/batch-paths'
import { deskPaths } from './openapi/desk-paths'
import { filingPaths } from './openapi/filing-paths'
import type { Json } from './openapi/parts'
import { receiptPaths } from './openapi/receipt-paths'
import { referencePaths } from './openapi/reference-paths'
import { schemas } from './openapi/schemas'
import { sessionPaths } from './openapi/session-paths'
import { taxPaths } from './openapi/tax-paths'
import { forexPaths } from './openapi/forex-paths'

/** The OpenAPI 3.1 document of the service, made from the schemas that both sides check against. */
export function openapi(): Json {
  const registry = z.registry<{ id: string }>()
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id })
  const made = z.toJSONSchema(registry, {
    target: 'draft-2020-12',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  })
  const bare = Object.entries(made.schemas).map(([id, schema]) => {
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
    paths: {
      ...sessionPaths,
      ...batchPaths,
      ...receiptPaths,
      ...referencePaths,
      ...filingPaths,
      ...deskPaths,
      ...taxPaths,
      ...forexPaths,
    },
    components: {
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'Of a session, or of the start of the service.',
        },
      },
      schemas: Object.fromEntries(bare),
    },
  }
}

/** The text of the committed `openapi.json`. */
export const openapiText = (): string => `${JSON.stringify(openapi(), null, 2)}\n`
