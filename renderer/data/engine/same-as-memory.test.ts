import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { businessKey } from '#shared/protocol/keys'
import { MemoryStore } from '#shared/protocol/engine/memory-store'
import type { StorePort } from '#shared/protocol/engine/ports'
import type { Enqueued } from '#shared/protocol/engine/records'
import { openTestBook } from '../../../test/data/book-kit'
import { BookStore } from './store'

const at = '2026-11-01T08:00:00.000Z'
const now = Date.parse(at)
const reason = { code: 'x', text: { zh: '试', en: 'x' } }
const call = { at, kind: 'send' as const, code: 'ok', ms: 1, bytes: 1 }
const uuid = (kind: number, n: number) => `0000000${kind}-0000-4000-8000-${String(n).padStart(12, '0')}`
const messages = ['CEB303', 'CEB603'] as const

function document(message: string, dossier: number) {
  const head = {
    ebpCode: 'P',
    ebcCode: 'E',
    agentCode: 'E',
    orderNo: `O${dossier}`,
    copNo: `C${dossier}`,
    appType: '1',
  }
  const key = businessKey(message, head)!
  return { head, key, mark: `mark ${message} ${key}` }
}

function submissions(dossier: number, turn: number): Enqueued[] {
  return messages.map((message, i) => {
    const { head, key, mark } = document(message, dossier)
    const waits =
      i === 1
        ? [{ message: 'CEB303', businessKey: document('CEB303', dossier).key, until: 'taken' as const }]
        : []
    const id = uuid(1 + i, turn)
    return {
      id,
      dossier: `D${dossier}`,
      message,
      businessKey: key,
      mark,
      guid: id.toUpperCase(),
      waits,
      document: { head },
    }
  })
}

/** Few documents and the last few batches, so that steps meet each other. */
const small = fc.nat({ max: 1 })
const step = fc.record({
  verb: fc.constantFrom(
    'enqueue',
    'enqueue',
    'fix',
    'fix',
    'sending',
    'sent',
    'answer',
    'answer',
    'receipts',
    'receipts',
    'carried',
    'carried',
    'unsent',
    'learn',
    'learnUnsigned',
    'readmit',
    'reading',
    'file',
    'filed',
    'refile',
    'dissolve',
    'parkBatch',
    'parkOne',
    'retry',
    'cancel',
    'adopt',
    'switch',
    'release',
    'hold',
    'schedule',
    'recheck',
    'reask',
    'reask',
  ),
  a: small,
  b: small,
  yes: fc.boolean(),
})
type Step = { verb: string; a: number; b: number; yes: boolean }

function answerTo(batchId: string, b: number, yes: boolean) {
  const items = [0, 1].flatMap((n) =>
    messages.map((message) => ({
      message,
      businessKey: document(message, n).key,
      outcome: yes ? ('accepted' as const) : ('refused' as const),
      ...(yes ? {} : { code: b === 0 ? 'busy' : 'bad' }),
    })),
  )
  return { batchId, state: 'accepted' as const, receivedAt: at, items: items.slice(0, 2 + 2 * b) }
}

function factsOf(i: number, a: number, yes: boolean, guid: string) {
  const status = ['120', '100', '800', '-301'][(a + i + 4) % 4]!
  const message = messages[yes ? 1 : 0]!
  const fact = { id: `r${i}#1`, seq: i, receipt: 'CEB604', message, info: 'x', receivedAt: at }
  const time = `20261101${100000000 + i}`
  return [{ ...fact, businessKey: document(message, a).key, guid, status, time }]
}

const filing = (a: number, i: number, b: number): Enqueued => ({
  id: uuid(6, i),
  dossier: `filing SKU${a}`,
  message: 'FILING-GOODS',
  businessKey: `SKU${a}`,
  mark: `mark SKU${a}`,
  guid: uuid(6, i).toUpperCase(),
  waits: [],
  base: b,
  document: { head: {} },
})

/** Do one step; what it answers is compared too. Batches and submissions are chosen among those made so far. */
async function take(
  store: StorePort,
  { verb, a, b, yes }: Step,
  i: number,
  made: { batches: string[]; ids: string[] },
) {
  const work = await store.nextWork(now, 10)
  const fence = { epoch: work.epoch }
  const batch = made.batches.at(-1 - a) ?? uuid(8, 999)
  const one = made.ids.at(-1 - b) ?? uuid(1, 999)
  const { mark } = document(messages[b % 2]!, a)
  switch (verb) {
    case 'enqueue':
      made.ids.push(...submissions(a, i).map(({ id }) => id))
      return store.enqueue(submissions(a, i), at)
    case 'fix': {
      const members = work.queued.slice(0, 1 + 2 * b)
      const id = uuid(8, i)
      made.batches.push(id)
      const head = { id, stage: 'fixed' as const, account: work.account, sha256: 'h', size: 1, createdAt: at }
      const rest = { unclear: 0, resend: false, nextAt: 0, ghost: false, marks: members.map((m) => m.mark) }
      const messageGuids = Object.fromEntries(members.map((m) => [m.id, uuid(9, i).toUpperCase()]))
      const ids = members.map((m) => m.id)
      return store.fixBatch(
        { batch: { ...head, ...rest, submissions: ids }, bytes: new Uint8Array([i]), messageGuids },
        fence,
      )
    }
    case 'sending':
      return store.markSending(batch, at, fence)
    case 'sent':
      return store.markSent(batch, { call, counts: yes, nextAt: now + b, resend: yes }, fence)
    case 'answer':
      return store.applyAnswer(batch, answerTo(batch, b, yes), { at, nextAt: now, call }, fence)
    case 'carried': {
      const answers = [
        {
          batchId: batch,
          sha256: 'h',
          ...(a === 0 && !yes ? { refusal: reason } : { answer: answerTo(batch, b, yes) }),
        },
      ]
      return store.applyCarried({ answers, facts: factsOf(i - b, a, yes, ''), originals: [], at }, fence)
    }
    case 'receipts': {
      const facts = factsOf(i, a, yes, made.ids.at(-1 - b)?.toUpperCase() ?? '')
      const page = {
        from: work.cursor,
        cursor: `c${i}`,
        facts,
        originals: [],
        at,
        pull: { failures: 0, nextAt: i },
        call,
      }
      return store.applyReceipts(page, fence)
    }
    case 'recheck':
      return store.recheck(yes ? { batches: [batch], after: '' } : undefined, fence)
    case 'reask': {
      const note = { call, at: a === 0 ? at : '2026-11-02T08:00:00.000Z', probe: b === 1 && yes }
      return store.applyRecheck(batch, yes ? undefined : answerTo(batch, b, yes), note, fence)
    }
    case 'unsent':
      return store.markUnsent(batch, { call, nextAt: now + b }, fence)
    case 'learnUnsigned':
      return store.learnUnsigned(yes ? [messages[a % 2]!] : [], fence)
    case 'learn':
      return store.learn(yes ? [messages[a % 2]!] : [], fence)
    case 'readmit':
      return store.readmit(1 + a + b, fence)
    case 'reading':
      return store.applyReading(factsOf(i - b, a, yes, ''), { version: a, after: `r${b}` }, fence)
    case 'file':
      return store.enqueue([filing(a, i, b)], at)
    case 'filed': {
      const { id } = filing(a, i - b, b)
      const state = yes ? 'approved' : 'returned'
      if (b === 0) return store.applyFiling(id, { version: 1 + a, state }, call, fence)
      const one = {
        kind: 'goods',
        key: `SKU${a}`,
        version: 1 + b,
        state,
        content: {},
        updatedAt: at,
        reasons: [],
      }
      return store.applyFilings({ from: work.filingCursor, cursor: `f${i}`, filings: [one], call }, fence)
    }
    case 'refile': {
      const taken = await store.filed()
      const lost = taken
        .slice(0, 1 + a)
        .map((each) => ({ id: each.id, version: yes ? each.version! : 9, base: b }))
      return store.refile(lost, fence)
    }
    case 'dissolve':
      return store.dissolve(batch, { reason, crowd: b, at }, fence)
    case 'parkBatch':
      return store.park({ batch, at }, reason, fence)
    case 'parkOne':
      return store.park({ submission: one }, reason, fence)
    case 'retry':
      return store.retry(batch, now)
    case 'cancel':
      return store.cancel(one, at)
    case 'adopt': {
      const batchId = yes ? batch : uuid(7, i)
      if (!yes) made.batches.push(batchId)
      return store.adopt(
        [{ batchId, contentHash: 'h', marks: [mark], at, account: work.account }],
        now,
        fence,
      )
    }
    case 'switch':
      return store.switchAccount(yes ? 'A' : 'B')
    case 'release':
      return store.release('auth')
    case 'hold':
      return store.hold({ kind: 'auth', reason }, fence)
    default:
      return store.schedule(yes ? 'line' : 'pull', { failures: a, nextAt: now + b }, call, fence)
  }
}

/** Everything that can be asked of a store. */
async function everything(store: StorePort) {
  const documents = [0, 1].flatMap((n) => [
    ...messages.map((message) => [message, document(message, n).key] as const),
    ['FILING-GOODS', `SKU${n}`] as const,
  ])
  const byId = (rows: { id: string }[]) => [...rows].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    work: await store.nextWork(now, 100).then((work) => ({ ...work, batches: byId(work.batches) })),
    status: await store.status(),
    answered: await store.answered('', 100),
    filed: await store.filed(),
    submissions: await Promise.all(documents.map(([message, key]) => store.submissions(message, key))),
    receipts: await Promise.all(
      documents.map(async ([message, key]) => byId(await store.receipts(message, key))),
    ),
  }
}

/** As JSON carries it: sealed bodies are JSON, where an unlimited `crowd` is no number. */
const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))

describe('the store of a book', () => {
  it('decides as the memory store does, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
        const book = await openTestBook()
        const [sealed, plain] = [new BookStore(book.context, 'A'), new MemoryStore('A')]
        const [one, two] = [
          { batches: [], ids: [] },
          { batches: [], ids: [] },
        ]
        for (const [i, each] of steps.entries()) {
          const [left, right] = [await take(sealed, each, i + 1, one), await take(plain, each, i + 1, two)]
          expect(plainly(left), each.verb).toEqual(plainly(right))
        }
        expect(plainly(await everything(sealed))).toEqual(plainly(await everything(plain)))
        await book.close()
      }),
      { numRuns: 60 },
    )
  })
})
