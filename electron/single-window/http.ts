import type { z } from 'zod'
import { readAccount } from '#shared/ipc/exchange'
import type { BookKind } from '#shared/model/enterprise'
import {
  Attachment,
  BatchAnswer,
  Capabilities,
  DocumentPage,
  FilingAnswer,
  FilingPage,
  ForexPrecheckAnswer,
  ReceiptPage,
  ReferenceCatalogue,
  ReferenceDelta,
  SelfCheckAnswer,
  Verification,
  type DocumentQuery,
  type FilingRequest,
  type ForexPrecheckRequest,
  type SelfCheckRequest,
  type VerificationKind,
} from '#shared/protocol/api'
import {
  DeskList,
  DeskRecordAnswer,
  DeskRecordPage,
  type DeskRecordPush,
  type DeskRegistration,
} from '#shared/protocol/desk-records'
import type { Outcome, PutRequest } from '#shared/protocol/engine/ports'
import type { JournalEntry } from '#shared/protocol/engine/records'
import { accountChanged, bookMismatch, journalFailed, mayConnect, signInMissing } from './fit'
import {
  read,
  request,
  tryOnce,
  unreadable,
  type Echo,
  type Fetch,
  type HttpRequest,
  type Raw,
} from './request'
import { createSignIn, type Identity, type SignIn } from './sign-in'
import { uploadInChunks } from './upload'

/**
 * Where a service is now. `service` is its lasting name in accounts; address and token may change with each start. A
 * token is what a service on this machine wants to be started with; others are signed in to.
 */
export type Endpoint = { service: string; url: string; token?: string }

type DeskOperation = 'registerDesk' | 'moveDeskOut' | 'putDeskRecords' | 'deskRecords'
export type Operation =
  | 'capabilities'
  | 'signIn'
  | 'putBatch'
  | 'queryBatch'
  | 'receipts'
  | 'documents'
  | 'putFiling'
  | 'filings'
  | 'putAttachment'
  | 'referenceCatalogue'
  | 'referenceDelta'
  | 'lookUp'
  | 'selfCheck'
  | 'forexPrecheck'
  | DeskOperation

export type HttpDependencies = {
  fetch: Fetch
  now: () => number
  /** Append and sync; resolves only when the entry is on disk. */
  journal: (entry: JournalEntry) => Promise<void>
  /** The desk this book speaks as; none before it first met other desks. */
  desk?: () => Promise<string | undefined>
  /** Key of the book, to sign in with. */
  identity?: Identity
  /** Told after each act, for the online bar. */
  report?: (call: { operation: Operation; at: string; ms: number; outcome: Outcome<unknown> }) => void
}

const UPLOAD_TIMEOUT_MS = 120_000
const TIMEOUT_MS = 30_000

export type AttachmentPut = { sha256: string; type: string; bytes: Uint8Array }
export type FilingPut = FilingRequest & { kind: string; key: string }

/** Exchange of one book with one service. Every call tries once and reports; none throws. */
export type HttpTransport = {
  capabilities(account: string): Promise<Outcome<Capabilities>>
  /** Sign in now; `enrolment` is the operator's one-time code for a key the service does not know. */
  signIn(account: string, enrolment: string | undefined): Promise<Outcome<Record<string, never>>>
  putBatch(put: Omit<PutRequest, 'epoch'>): Promise<Outcome<BatchAnswer>>
  queryBatch(batchId: string, account: string): Promise<Outcome<BatchAnswer>>
  receipts(account: string, cursor: string | undefined, limit: number): Promise<Outcome<ReceiptPage>>
  documents(account: string, query: DocumentQuery): Promise<Outcome<DocumentPage>>
  putFiling(account: string, put: FilingPut): Promise<Outcome<FilingAnswer>>
  filings(account: string, cursor: string | undefined, limit: number): Promise<Outcome<FilingPage>>
  /** Stored under its digest; the same again changes nothing. A filing names it by the digest, so it goes first. */
  putAttachment(account: string, file: AttachmentPut): Promise<Outcome<Attachment>>
  referenceCatalogue(account: string): Promise<Outcome<ReferenceCatalogue>>
  referenceDelta(account: string, table: string, since: string | undefined): Promise<Outcome<ReferenceDelta>>
  lookUp(account: string, kind: VerificationKind, key: string): Promise<Outcome<Verification>>
  selfCheck(account: string, claim: SelfCheckRequest): Promise<Outcome<SelfCheckAnswer>>
  forexPrecheck(account: string, receipts: ForexPrecheckRequest): Promise<Outcome<ForexPrecheckAnswer>>
  registerDesk(account: string, desk: string, registration: DeskRegistration): Promise<Outcome<DeskList>>
  moveDeskOut(account: string, desk: string): Promise<Outcome<DeskList>>
  putDeskRecords(account: string, push: DeskRecordPush): Promise<Outcome<DeskRecordAnswer>>
  deskRecords(
    account: string,
    desk: string,
    cursor: string | undefined,
    limit: number,
  ): Promise<Outcome<DeskRecordPage>>
}

type Bare = Pick<HttpRequest, 'method' | 'body'> & { path: string; headers?: Record<string, string> }

/**
 * The HTTP transport. Before anything of a book goes to a service, the service has said whether it is a practice
 * window, and the book fits it; before a batch goes, the send journal has it on disk. A session that ends in the
 * middle is renewed and the request made again.
 */
export function httpTransport(endpoint: Endpoint, book: BookKind, deps: HttpDependencies): HttpTransport {
  const { fetch, now, journal, identity, report } = deps
  const sessions = new Map<string, SignIn>()
  const echo: Echo = { isKept: false }
  let service: Capabilities | undefined

  const httpRequest = ({ path, headers, ...rest }: Bare, token: string | undefined): HttpRequest => ({
    url: new URL(path, endpoint.url).href,
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
    timeoutMs: rest.body === undefined ? TIMEOUT_MS : UPLOAD_TIMEOUT_MS,
    echo,
    ...rest,
  })

  /** Before there is a session; a service on this machine wants to see the token of its start. */
  const openly = <T extends z.ZodType>(bare: Bare, schema: T) =>
    request(fetch, { ...httpRequest(bare, endpoint.token), schema }, now)

  function sessionOf(enterprise: string): SignIn | undefined {
    if (!identity || !service?.functions.includes('session')) return undefined
    const known = sessions.get(enterprise)
    if (known) return known
    const post = <T extends z.ZodType>(path: string, body: unknown, schema: T) =>
      openly({ path, method: 'POST', ...jsonBody(body) }, schema)
    const signIn = createSignIn(enterprise, identity, post, now)
    sessions.set(enterprise, signIn)
    return signIn
  }

  /** A token that is good now: of the session, or of the start of a service on this machine. */
  async function tokenFor(enterprise: string): Promise<Outcome<string>> {
    const session = sessionOf(enterprise)
    if (session) return session.token()
    return endpoint.token === undefined ? refused(signInMissing()) : { ok: true, value: endpoint.token }
  }

  /** One request within the session; one that ended meanwhile is renewed, once. */
  async function inSession(enterprise: string, bare: Bare): Promise<Outcome<Raw>> {
    const desk = await deps.desk?.()
    const headers = { ...bare.headers, 'x-enterprise': enterprise, ...(desk && { 'x-desk': desk }) }
    const once = (token: string) => tryOnce(fetch, httpRequest({ ...bare, headers }, token), now)
    const token = await tokenFor(enterprise)
    if (!token.ok) return token
    const outcome = await once(token.value)
    const session = sessionOf(enterprise)
    if (!session || outcome.ok || !tokenCodes.has(outcome.failure.code)) return outcome
    session.ended(token.value)
    const renewed = await session.token()
    return renewed.ok ? once(renewed.value) : renewed
  }

  async function ask<T extends z.ZodType>(enterprise: string, bare: Bare, schema: T) {
    const outcome = await inSession(enterprise, bare)
    return outcome.ok ? read(outcome, schema) : outcome
  }

  /** Run an act for an account of this service, once it is known that this book may talk to it; tell how it ended. */
  async function act<T>(
    operation: Operation,
    account: string,
    work: (enterprise: string) => Promise<Outcome<T>>,
  ): Promise<Outcome<T>> {
    const parts = readAccount(account)
    if (parts?.service !== endpoint.service) return refused(accountChanged())
    if (service === undefined && operation !== 'capabilities') {
      const asked = await capabilities(account)
      if (!asked.ok) return asked
    }
    const started = now()
    const outcome = await work(parts.enterpriseCode)
    report?.({ operation, at: new Date(started).toISOString(), ms: Math.max(0, now() - started), outcome })
    return outcome
  }

  const capabilities = (account: string): Promise<Outcome<Capabilities>> =>
    act('capabilities', account, async () => {
      const outcome = await openly({ path: '/v1/capabilities', method: 'GET' }, Capabilities)
      if (!outcome.ok) return outcome
      service = mayConnect(book, outcome.value.service) ? outcome.value : undefined
      return service ? outcome : refused(bookMismatch())
    })

  const inChunks = (bytes: Uint8Array): number | undefined => {
    const chunkBytes = service?.limits.maxChunkBytes
    const isOffered = service?.functions.includes('resumable-upload')
    return isOffered && chunkBytes !== undefined && bytes.length > chunkBytes ? chunkBytes : undefined
  }

  async function putBatch(
    { batchId, bytes, sha256, marks, account }: Omit<PutRequest, 'epoch'>,
    enterprise: string,
  ) {
    // A refused sign-in comes before the journal: what is in there may have left.
    const token = await tokenFor(enterprise)
    if (!token.ok) return token
    try {
      await journal({ batchId, contentHash: sha256, marks, at: new Date(now()).toISOString(), account })
    } catch {
      return refused(journalFailed())
    }
    const path = `/v1/batches/${batchId}`
    const chunkBytes = inChunks(bytes)
    if (chunkBytes !== undefined) {
      const send = (part: Omit<Bare, 'path'>) => inSession(enterprise, { path: `${path}/content`, ...part })
      return uploadInChunks({ bytes, sha256, chunkBytes }, send, now)
    }
    const headers = { 'content-type': 'application/zip', 'x-content-sha256': sha256 }
    return ask(enterprise, { path, method: 'PUT', headers, body: bytes }, BatchAnswer)
  }

  const get = <T extends z.ZodType>(operation: Operation, account: string, path: string, schema: T) =>
    act(operation, account, (enterprise) => ask(enterprise, { path, method: 'GET' }, schema))

  return {
    capabilities,
    signIn: (account, enrolment) =>
      act('signIn', account, async (enterprise) => {
        const session = sessionOf(enterprise)
        if (!session) return refused(signInMissing())
        const token = await session.enter(enrolment)
        return token.ok ? { ok: true, value: {} } : token
      }),
    putBatch: ({ batchId, ...put }) =>
      act('putBatch', put.account, async (enterprise) =>
        about({ batchId }, await putBatch({ batchId, ...put }, enterprise)),
      ),
    queryBatch: async (batchId, account) =>
      about({ batchId }, await get('queryBatch', account, `/v1/batches/${batchId}`, BatchAnswer)),
    receipts: (account, cursor, limit) =>
      get('receipts', account, `/v1/receipts?${search({ cursor, limit })}`, ReceiptPage),
    documents: async (account, query) => {
      const outcome = await get('documents', account, `/v1/documents?${search(query)}`, DocumentPage)
      const { message, businessKey } = query
      return each(outcome, ({ documents }) => documents, { message, businessKey })
    },
    putFiling: (account, { kind, key, ...body }) =>
      act('putFiling', account, (enterprise) => {
        const path = `/v1/filings/${encodeURIComponent(kind)}/${encodeURIComponent(key)}`
        return ask(enterprise, { path, method: 'PUT', ...jsonBody(body) }, FilingAnswer)
      }),
    filings: (account, cursor, limit) =>
      get('filings', account, `/v1/filings?${search({ cursor, limit })}`, FilingPage),
    putAttachment: (account, { sha256, type, bytes }) =>
      act('putAttachment', account, async (enterprise) => {
        const headers = { 'content-type': type }
        const path = `/v1/attachments/${sha256}`
        return about(
          { sha256 },
          await ask(enterprise, { path, method: 'PUT', headers, body: bytes }, Attachment),
        )
      }),
    referenceCatalogue: (account) => get('referenceCatalogue', account, '/v1/reference', ReferenceCatalogue),
    referenceDelta: async (account, table, since) =>
      about(
        { table },
        await get('referenceDelta', account, `/v1/reference/${table}?${search({ since })}`, ReferenceDelta),
      ),
    lookUp: async (account, kind, key) =>
      about(
        { kind, key },
        await get('lookUp', account, `/v1/verifications/${kind}?${search({ key })}`, Verification),
      ),
    selfCheck: (account, claim) =>
      act('selfCheck', account, async (enterprise) => {
        const bare: Bare = { path: '/v1/self-checks', method: 'POST', ...jsonBody(claim) }
        return about({ claim: claim.claim }, await ask(enterprise, bare, SelfCheckAnswer))
      }),
    forexPrecheck: (account, receipts) =>
      act('forexPrecheck', account, (enterprise) =>
        ask(
          enterprise,
          { path: '/v1/forex-prechecks', method: 'POST', ...jsonBody(receipts) },
          ForexPrecheckAnswer,
        ),
      ),
    registerDesk: (account, desk, registration) =>
      act('registerDesk', account, (enterprise) =>
        ask(enterprise, { path: `/v1/desks/${desk}`, method: 'PUT', ...jsonBody(registration) }, DeskList),
      ),
    moveDeskOut: (account, desk) =>
      act('moveDeskOut', account, (enterprise) =>
        ask(enterprise, { path: `/v1/desks/${desk}/moved`, method: 'POST' }, DeskList),
      ),
    putDeskRecords: (account, push) =>
      act('putDeskRecords', account, (enterprise) =>
        ask(enterprise, { path: '/v1/desk-records', method: 'POST', ...jsonBody(push) }, DeskRecordAnswer),
      ),
    deskRecords: (account, desk, cursor, limit) =>
      get('deskRecords', account, `/v1/desk-records?${search({ desk, cursor, limit })}`, DeskRecordPage),
  }
}

/** What an answer repeats of the question. */
type Named = Readonly<Record<string, string | undefined>>

const isAbout = (answer: object, named: Named): boolean =>
  Object.entries(named).every(([field, value]) => {
    const said: unknown = Reflect.get(answer, field)
    return value === undefined || String(said).toLowerCase() === value.toLowerCase()
  })

const aboutAnother = ({ told }: Outcome<unknown>): Outcome<never> => ({
  ok: false,
  failure: unreadable(200),
  ...(told && { told }),
})

/** An answer about something else, kept by a proxy or sent again by somebody, says nothing about what was asked. */
const about = <T extends object>(named: Named, outcome: Outcome<T>): Outcome<T> =>
  outcome.ok && !isAbout(outcome.value, named) ? aboutAnother(outcome) : outcome

/** The same of each row of a page. */
const each = <T>(outcome: Outcome<T>, rows: (page: T) => readonly object[], named: Named): Outcome<T> =>
  outcome.ok && !rows(outcome.value).every((row) => isAbout(row, named)) ? aboutAnother(outcome) : outcome

const tokenCodes = new Set(['token-expired', 'token-unknown'])
const refused = (failure: ReturnType<typeof bookMismatch>): Outcome<never> => ({ ok: false, failure })
const jsonBody = (body: unknown) => ({
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

function search(query: Record<string, string | number | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined)
  return new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)])).toString()
}
