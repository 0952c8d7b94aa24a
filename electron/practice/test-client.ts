import { decodeMessage } from '#shared/ceb/decode'
import type { BatchAnswer, DocumentPage, ErrorBody, ReceiptPage, ServiceReceipt } from '#shared/protocol/api'
import { receiptFacts, type ReceiptFact } from '#shared/protocol/receipts'
import { enterprise, type SampleBatch } from './samples'

export type Answer<T> = {
  status: number
  /** Empty where the answer has none. */
  body: T & Partial<ErrorBody>
  headers: Headers
  retryAfter: string | null
}

/** Talks to a running service as any client would: over HTTP, with nothing of the service's own code. */
export function testClient(url: string, token: string, code = enterprise.code) {
  async function call<T>(
    method: string,
    path: string,
    init: { headers?: Record<string, string>; body?: string | Uint8Array<ArrayBuffer> } = {},
  ): Promise<Answer<T>> {
    const response = await fetch(new URL(path, url), {
      method,
      headers: { authorization: `Bearer ${token}`, 'x-enterprise': code, ...init.headers },
      ...(init.body === undefined ? {} : { body: init.body }),
    })
    const text = await response.text()
    return {
      status: response.status,
      body: JSON.parse(text || '{}') as T & Partial<ErrorBody>,
      headers: response.headers,
      retryAfter: response.headers.get('retry-after'),
    }
  }
  const post = <T>(path: string, body: unknown) =>
    call<T>('POST', path, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  return {
    code,
    call,
    post,
    put: ({ id, bytes, sha256 }: SampleBatch, headers: Record<string, string> = {}) =>
      call<BatchAnswer>('PUT', `/v1/batches/${id}`, {
        headers: { 'content-type': 'application/zip', 'x-content-sha256': sha256, ...headers },
        body: bytes as Uint8Array<ArrayBuffer>,
      }),
    faults: (...faults: object[]) => post('/v1/practice/faults', faults),
    pass: (seconds: number) => post('/v1/practice/clock', { seconds }),
    page: (cursor?: string, limit = 500) =>
      call<ReceiptPage>(
        'GET',
        `/v1/receipts?${new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) })}`,
      ),
    documents: (query: Record<string, string> = {}) =>
      call<DocumentPage>('GET', `/v1/documents?${new URLSearchParams(query)}`),
    /** Everything from the start, by cursor, in pages of `limit`. */
    async receipts(limit = 500): Promise<ServiceReceipt[]> {
      const all: ServiceReceipt[] = []
      for (let cursor: string | undefined; ;) {
        const { body } = await this.page(cursor, limit)
        all.push(...body.receipts)
        cursor = body.cursor
        if (!body.more) return all
      }
    },
  }
}

export type TestClient = ReturnType<typeof testClient>

export const facts = (receipts: readonly ServiceReceipt[]): ReceiptFact[] =>
  receipts.flatMap((receipt) => receiptFacts(receipt, decodeMessage(receipt.xml).message))

/** Statuses of one document in the order they were given. */
export const statuses = (receipts: readonly ServiceReceipt[], message: string): string[] =>
  facts(receipts)
    .filter((fact) => fact.message === message)
    .map(({ status }) => status)
