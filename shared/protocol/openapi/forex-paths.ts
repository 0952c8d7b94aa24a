import { answer, body, enterprise, errors, json, type Json } from './parts'

export const forexPaths: Json = {
  '/v1/forex-prechecks': {
    post: {
      operationId: 'forexPrecheck',
      summary:
        'Check receipts before they are presented to a bank; nothing is kept, the same receipts get the same answer',
      parameters: [enterprise],
      requestBody: body('The facts of the receipts.', json('ForexPrecheckRequest')),
      responses: { 200: answer('Their verdicts', 'ForexPrecheckAnswer'), ...errors(400, 401, 403, 413, 415) },
    },
  },
}
