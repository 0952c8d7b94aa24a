import { attachmentTypes } from '../api'
import {
  answer,
  bare,
  bareErrors,
  body,
  byteCount,
  bytes,
  enterprise,
  errors,
  header,
  parameter,
  sha256,
  type Json,
} from './parts'

const table = parameter(
  'path',
  'table',
  { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{0,63}$' },
  'Name of the table.',
)
const digest = parameter('path', 'sha256', sha256, 'Digest of the bytes; their name.')
const files: Json = Object.assign({}, ...attachmentTypes.map(bytes))

/** What a desk looks up or keeps at the service. */
export const referencePaths: Json = {
  '/v1/reference': {
    get: {
      operationId: 'referenceCatalogue',
      summary: 'Reference tables with their versions, and the key their deltas are signed with',
      parameters: [enterprise],
      responses: { 200: answer('Tables', 'ReferenceCatalogue'), ...errors(400, 401, 403) },
    },
  },
  '/v1/reference/{table}': {
    get: {
      operationId: 'referenceDelta',
      summary:
        'What changed in a table since a version, signed; the whole table when that version is unknown',
      parameters: [
        table,
        parameter('query', 'since', { type: 'string', minLength: 1, maxLength: 64 }, 'The version one has.'),
        enterprise,
      ],
      responses: { 200: answer('A signed delta', 'ReferenceDelta'), ...errors(400, 401, 403, 404) },
    },
  },
  '/v1/attachments/{sha256}': {
    head: {
      operationId: 'hasAttachment',
      summary: 'Whether an attachment is here',
      parameters: [digest, enterprise],
      responses: {
        200: bare('It is', { 'content-length': header('Its size.', byteCount) }),
        ...bareErrors(400, 401, 403, 404),
      },
    },
    put: {
      operationId: 'putAttachment',
      summary: 'Store an attachment under its digest; storing it again changes nothing',
      parameters: [digest, enterprise],
      requestBody: body('The file, at most `maxAttachmentBytes`.', files),
      responses: { 200: answer('Stored', 'Attachment'), ...errors(400, 401, 403, 413, 415, 422) },
    },
    get: {
      operationId: 'getAttachment',
      summary: 'The bytes of an attachment',
      parameters: [digest, enterprise],
      responses: {
        200: { ...bare('The file'), content: files },
        ...errors(400, 401, 403, 404),
      },
    },
  },
  '/v1/verifications/{kind}': {
    get: {
      operationId: 'verify',
      summary: 'What the service knows of an enterprise, a list or a waybill',
      parameters: [
        parameter('path', 'kind', { type: 'string', enum: ['enterprise', 'list', 'waybill'] }, 'What it is.'),
        {
          ...parameter('query', 'key', { type: 'string', minLength: 1, maxLength: 64 }, 'Its number.'),
          required: true,
        },
        enterprise,
      ],
      responses: { 200: answer('Facts', 'Verification'), ...errors(400, 401, 403) },
    },
  },
}
