import type { SchemaName } from './schemas'

export type Json = Record<string, unknown>

const ref = (name: SchemaName): Json => ({ $ref: `#/components/schemas/${name}` })

export const json = (name: SchemaName): Json => ({ 'application/json': { schema: ref(name) } })
export const bytes = (type: string): Json => ({ [type]: { schema: { type: 'string', format: 'binary' } } })

const requestId: Json = {
  'x-request-id': { description: 'As the request named itself, else made here.', schema: { type: 'string' } },
}

export const answer = (description: string, name: SchemaName, headers: Json = {}): Json => ({
  description,
  headers: { ...requestId, ...headers },
  content: json(name),
})

/** An answer without a body. */
export const bare = (description: string, headers: Json = {}): Json => ({
  description,
  headers: { ...requestId, ...headers },
})

export const header = (description: string, schema: Json): Json => ({ description, schema })

const causes: Record<number, string> = {
  400: 'The request is malformed (`bad-request`).',
  401: 'No token (`unauthorised`), one that is no longer good (`token-expired`) or unknown here (`token-unknown`).',
  403: 'The token may not act for this enterprise, or the book does not belong to this service.',
  404: 'Nothing is known under this id.',
  409: 'It is known with other content.',
  413: 'More documents or bytes than the limits of the capabilities.',
  415: 'Not a media type of this resource.',
  422: 'It breaks a rule; nothing of it was taken in.',
  429: 'Too many requests; wait as `Retry-After` says.',
  503: 'Not now, or outside the hours of the capabilities (`service-closed`); wait as `Retry-After` says.',
}

const waiting: Json = {
  'retry-after': header('Seconds to wait.', { type: 'integer', minimum: 0 }),
  'ratelimit-remaining': header('Requests left in this window.', { type: 'integer', minimum: 0 }),
  'ratelimit-reset': header('Seconds until the window begins anew.', { type: 'integer', minimum: 0 }),
}

/** Error answers by status; any request may meet 429 and 503. */
export const errors = (...statuses: number[]): Json =>
  each(statuses, (cause, headers) => answer(cause, 'ErrorBody', headers))

/** The same for HEAD, which has no body. */
export const bareErrors = (...statuses: number[]): Json => each(statuses, bare)

function each(statuses: readonly number[], make: (cause: string, headers: Json) => Json): Json {
  return Object.fromEntries(
    [...statuses, 429, 503].map((status) => [
      String(status),
      make(causes[status]!, status === 429 || status === 503 ? waiting : {}),
    ]),
  )
}

export function parameter(
  place: 'path' | 'query' | 'header',
  name: string,
  schema: Json,
  description: string,
): Json {
  return { in: place, name, required: place !== 'query', schema, description }
}

export const body = (description: string, content: Json): Json => ({ required: true, description, content })

export const sha256: Json = { type: 'string', pattern: '^[0-9a-f]{64}$' }
export const byteCount: Json = { type: 'integer', minimum: 0 }

export const enterprise = parameter(
  'header',
  'x-enterprise',
  { type: 'string', minLength: 1 },
  'Code of the enterprise the request is made for; that of the session.',
)
export const deskOfBatch: Json = {
  ...parameter(
    'header',
    'x-desk',
    { type: 'string', format: 'uuid' },
    'Desk it comes from; one that moved out is refused (`desk-moved`).',
  ),
  required: false,
}
export const cursor = parameter('query', 'cursor', { type: 'string' }, 'Opaque; from the page before.')
export const limit = parameter(
  'query',
  'limit',
  { type: 'integer', minimum: 1 },
  'At most `maxReceiptPage` is given.',
)

/** No session is needed; a service that serves one machine only may want the token of its start. */
export const open: Json = { security: [{}, { token: [] }] }
