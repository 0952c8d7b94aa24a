import type { z } from 'zod'
import { readAccount } from '#shared/ipc/exchange'
import type { BookKind } from '#shared/model/enterprise'
import {
  BatchAnswer,
  Capabilities,
  DocumentPage,
  ReceiptPage,
  type DocumentQuery,
} from '#shared/protocol/api'
import type { Outcome, PutRequest } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { accountChanged, bookMismatch, journalFailed, mayConnect } from './fit'
import { request, type Fetch } from './request'

/** Where a service is now. `service` is its lasting name in accounts; address and token may change with each start. */
export type Endpoint = { service: string; url: string; token: string }

export type Operation = 'capabilities' | 'putBatch' | 'queryBatch' | 'receipts' | 'documents'

export type HttpDependencies = {
  fetch: Fetch
  now: () => number
  /** Append and sync; resolves only when the entry is on disk. */
  journal: (entry: JournalEntry) => Promise<void>
  /** Told after each request, for the online bar. */
  report?: (call: { operation: Operation; at: string; ms: number; outcome: Outcome<unknown> }) => void
}

const UPLOAD_TIMEOUT_MS = 120_000
const TIMEOUT_MS = 30_000

/** Exchange of one book with one service. Every call tries once and reports; none throws. */
export type HttpTransport = {
  capabilities(account: string): Promise<Outcome<Capabilities>>
  putBatch(put: Omit<PutRequest, 'epoch'>): Promise<Outcome<BatchAnswer>>
  queryBatch(batchId: string, account: string): Promise<Outcome<BatchAnswer>>
  receipts(account: string, cursor: string | undefined, limit: number): Promise<Outcome<ReceiptPage>>
  documents(account: string, query: DocumentQuery): Promise<Outcome<DocumentPage>>
}

/**
 * The HTTP transport. Before anything of a book goes to a service, the service has said whether it is a practice
 * window, and the book fits it; before a batch goes, the send journal has it on disk.
 */
export function httpTransport(endpoint: Endpoint, book: BookKind, deps: HttpDependencies): HttpTransport {
  const { fetch, now, journal, report } = deps
  let isFit: boolean | undefined

  async function call<T extends z.ZodType>(
    operation: Operation,
    account: string,
    schema: T,
    path: string,
    put?: { bytes: Uint8Array; sha256: string },
  ): Promise<Outcome<z.infer<T>>> {
    const parts = readAccount(account)
    if (!parts || parts.service !== endpoint.service) return { ok: false, failure: accountChanged() }
    const started = now()
    const outcome = await request(
      fetch,
      {
        url: new URL(path, endpoint.url).href,
        method: put ? 'PUT' : 'GET',
        headers: {
          authorization: `Bearer ${endpoint.token}`,
          'x-enterprise': parts.enterpriseCode,
          accept: 'application/json',
          ...(put ? { 'content-type': 'application/zip', 'x-content-sha256': put.sha256 } : {}),
        },
        ...(put ? { body: put.bytes } : {}),
        timeoutMs: put ? UPLOAD_TIMEOUT_MS : TIMEOUT_MS,
        schema,
      },
      now,
    )
    report?.({ operation, at: new Date(started).toISOString(), ms: Math.max(0, now() - started), outcome })
    return outcome
  }

  async function capabilities(account: string): Promise<Outcome<Capabilities>> {
    const outcome = await call('capabilities', account, Capabilities, '/v1/capabilities')
    if (!outcome.ok) return outcome
    isFit = mayConnect(book, outcome.value.service)
    return isFit ? outcome : { ok: false, failure: bookMismatch() }
  }

  /** Run a call once it is known that this book may talk to this service. */
  async function fitted<T>(account: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (isFit === undefined) {
      const asked = await capabilities(account)
      if (!asked.ok) return asked
    }
    return isFit ? work() : { ok: false, failure: bookMismatch() }
  }

  return {
    capabilities,
    putBatch: ({ batchId, bytes, sha256, marks, account }) =>
      fitted(account, async () => {
        if (readAccount(account)?.service !== endpoint.service)
          return { ok: false, failure: accountChanged() }
        try {
          await journal({ batchId, contentHash: sha256, marks, at: new Date(now()).toISOString(), account })
        } catch {
          return { ok: false, failure: journalFailed() }
        }
        return call('putBatch', account, BatchAnswer, `/v1/batches/${batchId}`, { bytes, sha256 })
      }),
    queryBatch: (batchId, account) =>
      fitted(account, () => call('queryBatch', account, BatchAnswer, `/v1/batches/${batchId}`)),
    receipts: (account, cursor, limit) =>
      fitted(account, () =>
        call('receipts', account, ReceiptPage, `/v1/receipts?${search({ cursor, limit })}`),
      ),
    documents: (account, query) =>
      fitted(account, () => call('documents', account, DocumentPage, `/v1/documents?${search(query)}`)),
  }
}

function search(query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()
}
