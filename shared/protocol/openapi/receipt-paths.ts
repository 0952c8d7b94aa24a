import { answer, cursor, enterprise, errors, limit, parameter, type Json } from './parts'

export const receiptPaths: Json = {
  '/v1/receipts': {
    get: {
      operationId: 'receipts',
      summary: 'Receipts of the enterprise, after a cursor',
      parameters: [cursor, limit, enterprise],
      responses: { 200: answer('One page', 'ReceiptPage'), ...errors(400, 401, 403) },
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
        enterprise,
      ],
      responses: { 200: answer('One page', 'DocumentPage'), ...errors(400, 401, 403) },
    },
  },
}
