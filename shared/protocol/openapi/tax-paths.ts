import { answer, body, enterprise, errors, json, type Json } from './parts'

export const taxPaths: Json = {
  '/v1/self-checks': {
    post: {
      operationId: 'selfCheck',
      summary:
        'Check a claim of an export rebate before it is filed; nothing is kept, the same claim gets the same answer',
      parameters: [enterprise],
      requestBody: body('The facts of the claim.', json('SelfCheckRequest')),
      responses: { 200: answer('Its 疑点', 'SelfCheckAnswer'), ...errors(400, 401, 403, 413, 415) },
    },
  },
}
