import {
  answer,
  bare,
  bareErrors,
  body,
  byteCount,
  bytes,
  deskOfBatch,
  enterprise,
  errors,
  header,
  parameter,
  sha256,
  type Json,
} from './parts'

const batchId = parameter(
  'path',
  'batchId',
  { type: 'string', format: 'uuid' },
  'Made once by the client, fixed on its disk before sending.',
)
const contentHash = parameter('header', 'x-content-sha256', sha256, 'Digest of the whole batch.')
const result = answer('Result per document', 'BatchAnswer')
const complete = header('`?1` once the batch was taken in.', { type: 'string', enum: ['?0', '?1'] })
const progress = {
  'upload-offset': header('Bytes the service has.', byteCount),
  'upload-length': header('Bytes of the whole batch.', byteCount),
  'upload-complete': complete,
}

export const batchPaths: Json = {
  '/v1/batches/{batchId}': {
    put: {
      operationId: 'putBatch',
      summary: 'Hand in a batch; the same id with the same bytes gets the same answer again',
      parameters: [batchId, contentHash, enterprise, deskOfBatch],
      requestBody: body(
        'Zip with manifest.json, messages/NNN.xml and manifest.sig; the manifest is `Manifest`, the signature `Signature`.',
        bytes('application/zip'),
      ),
      responses: { 200: result, ...errors(400, 401, 403, 409, 413, 415, 422) },
    },
    get: {
      operationId: 'queryBatch',
      summary: 'What became of a batch whose answer was lost; else 404 `unknown-batch`',
      parameters: [batchId, enterprise],
      responses: { 200: result, ...errors(400, 401, 403, 404) },
    },
  },
  '/v1/batches/{batchId}/content': {
    head: {
      operationId: 'uploadOffset',
      summary: 'How far an upload in chunks came; 404 when nothing of it is here (any more)',
      parameters: [batchId, enterprise],
      responses: {
        200: bare('Where to go on', progress),
        ...bareErrors(400, 401, 403, 404),
      },
    },
    patch: {
      operationId: 'uploadChunk',
      summary:
        'One chunk, at most `maxChunkBytes`, where the last one ended; the chunk that completes answers as PUT does, and so does an empty one at the end',
      parameters: [
        batchId,
        parameter('header', 'upload-offset', byteCount, 'Where this chunk begins.'),
        parameter('header', 'upload-length', byteCount, 'Bytes of the whole batch.'),
        contentHash,
        enterprise,
        deskOfBatch,
      ],
      requestBody: body('The bytes of the chunk.', bytes('application/partial-upload')),
      responses: {
        200: result,
        204: bare('Kept; more is to come', progress),
        ...errors(400, 401, 403, 413, 415, 422),
        409: answer(
          'Another offset is due (`upload-offset-differs`, with `upload-offset`), or the id is known with other bytes (`batch-hash-differs`).',
          'ErrorBody',
          { 'upload-offset': header('Bytes the service has.', byteCount) },
        ),
      },
    },
  },
}
