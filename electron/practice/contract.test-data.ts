import { readFileSync } from 'node:fs'
import addFormats from 'ajv-formats'
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020'

export type Json = Record<string, unknown>
type Parameter = { in: 'path' | 'query' | 'header'; name: string; required: boolean; schema: Json }
export type Operation = {
  id: string
  method: string
  url: string
  parameters: Parameter[]
  body?: Json
  responses: Record<string, { content?: Record<string, { schema?: Json }> }>
}

export const document = JSON.parse(
  readFileSync(new URL('../../shared/protocol/openapi.json', import.meta.url), 'utf8'),
) as { paths: Record<string, Record<string, Json>>; components: { schemas: Record<string, Json> } }

export const operations = Object.entries(document.paths).flatMap(([url, methods]) =>
  Object.entries(methods).map(([method, described]): Operation => ({
    id: described['operationId'] as string,
    method: method.toUpperCase(),
    url,
    parameters: (described['parameters'] ?? []) as Parameter[],
    responses: described['responses'] as Operation['responses'],
    ...(described['requestBody'] ? { body: (described['requestBody'] as { content: Json }).content } : {}),
  })),
)

/**
 * The judge knows the document and nothing of the source it was made from: another validator, which reads JSON Schema 2020-12
 * as any client of the service would.
 */
const judge = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true })
addFormats(judge)
const checks = new Map<string, ValidateFunction>()
export function checkOf(schema: Json): ValidateFunction {
  const key = JSON.stringify(schema)
  const known = checks.get(key)
  if (known) return known
  const made = judge.compile(inlined(schema))
  checks.set(key, made)
  return made
}
export const isErrorBody = (text: string): boolean =>
  checkOf({ $ref: '#/components/schemas/ErrorBody' })(JSON.parse(text)) as boolean

/** A schema with every reference replaced by what it points at. */
export function inlined(schema: unknown): Json {
  if (Array.isArray(schema)) return schema.map(inlined) as unknown as Json
  if (typeof schema !== 'object' || schema === null) return schema as Json
  const ref = (schema as Json)['$ref']
  if (typeof ref === 'string') return inlined(document.components.schemas[ref.split('/').at(-1)!])
  return Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, inlined(value)]))
}
