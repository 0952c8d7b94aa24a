import { answer, body, cursor, enterprise, errors, json, limit, parameter, type Json } from './parts'

export const filingPaths: Json = {
  '/v1/filings/{kind}/{key}': {
    put: {
      operationId: 'putFiling',
      summary: 'File a version; the same base with the same content gets the same answer again',
      parameters: [
        parameter('path', 'kind', { type: 'string', enum: ['enterprise', 'goods'] }, '企业备案 or 商品备案.'),
        parameter(
          'path',
          'key',
          { type: 'string', minLength: 1, maxLength: 64 },
          'Code of the enterprise, or own number of the goods.',
        ),
        enterprise,
      ],
      requestBody: body('Content, and the version it was edited from.', json('FilingRequest')),
      responses: {
        200: answer('Its version and state', 'FilingAnswer'),
        ...errors(400, 401, 403, 415, 422),
        409: answer('A newer version is here (`version-differs`).', 'FilingConflict'),
      },
    },
  },
  '/v1/filings': {
    get: {
      operationId: 'filings',
      summary: 'Filings that changed after a cursor, each once with its newest state',
      parameters: [cursor, limit, enterprise],
      responses: { 200: answer('One page', 'FilingPage'), ...errors(400, 401, 403) },
    },
  },
}
