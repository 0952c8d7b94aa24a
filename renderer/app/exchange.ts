import { proxy } from 'comlink'
import { create } from 'zustand'
import type { ExchangeStatus } from '#shared/ipc/exchange'
import type { Text } from '#shared/model/text'
import { may, whyNot } from '#shared/people/roles'
import type { ChangeNotice, ExchangeFacts, ExchangeLink, ListMove, SigningLink } from '../data/port'
import { describeFailure } from '../components/failure'
import { useBookState } from './book'
import type { Session } from './book'
import { notify } from './notices'
import { reportOnline } from './online'
import { announceRefused, forgetBatches, watchBatches } from './system-notices'

/** Main's signatures for one book. */
export const signingOf = (book: string): SigningLink => {
  const { invoke } = window.yiguan
  return {
    sign: (manifest) => invoke('exchange.sign', book, manifest),
    unsigned: async () => (await invoke('certificate.state', book)).unsigned,
    signMessage: (message, xml) => invoke('certificate.sign', book, message, xml),
  }
}

/** The exchange channels of main for one book, as the engine's worker uses them. */
function linkOf(book: string): ExchangeLink {
  const { invoke } = window.yiguan
  return {
    service: async () => (await invoke('exchange.status', book)).service,
    capabilities: (account) => invoke('exchange.capabilities', book, { account }),
    putBatch: (put) => invoke('exchange.putBatch', book, put),
    queryBatch: (batchId, account) => invoke('exchange.queryBatch', book, { account, batchId }),
    receipts: (account, cursor, limit) =>
      invoke('exchange.receipts', book, { account, limit, ...(cursor !== undefined && { cursor }) }),
    documents: (account, query) => invoke('exchange.documents', book, { account, query }),
    putFiling: (filing) => invoke('exchange.putFiling', book, filing),
    filings: (account, cursor, limit) =>
      invoke('exchange.filings', book, { account, limit, ...(cursor !== undefined && { cursor }) }),
    journal: () => invoke('exchange.journal', book),
    ...signingOf(book),
  }
}

/** The facts of the line as the exchange last told them; for the rooms that show more than the bar. */
export const useExchange = create<{ facts?: ExchangeFacts }>(() => ({}))

/** Where the book sends, and whether the practice service runs. */
export const serviceStatus = (book: string): Promise<ExchangeStatus> =>
  window.yiguan.invoke('exchange.status', book)
export const startPractice = (book: string): Promise<ExchangeStatus> =>
  window.yiguan.invoke('exchange.startPractice', book)

/** What the running exchange was started for; another book or another customs code needs it started anew. */
let running: { port: Session['port']; customsCode: string } | undefined

/**
 * Take part in the exchange of whatever book is open: lend the window's way to main, show the facts of the line, and
 * tell what came back in one line for many. It ends with the book's worker.
 */
export function watchExchange(): void {
  watchNetwork()
  useBookState.subscribe(({ book }) => {
    if (book.phase !== 'open') {
      running = undefined
      lastHold = ''
      useExchange.setState({}, true)
      together.clear()
      forgetBatches()
      return
    }
    const { port, enterprise } = book.session
    if (!enterprise) return
    const { customsCode } = enterprise
    if (running?.port === port && running.customsCode === customsCode) return
    const isNew = running?.port !== port
    running = { port, customsCode }
    void start(book.session, isNew)
  })
}

/** That the system has a network again proves little, but it is reason enough to try. */
function watchNetwork(): void {
  window.addEventListener('online', () => {
    void running?.port.lineBack().catch(() => undefined)
  })
}

async function start({ entry, port, roles }: Session, isNew: boolean): Promise<void> {
  try {
    if (isNew) await port.subscribe(proxy(tellNews) as never)
    if (!may(roles, 'declare')) {
      // What waits is seen, and goes when somebody signs in who may send.
      const hold = { code: 'not-your-role', text: whyNot('declare') }
      showFacts({ ...(await port.exchangeFacts()), engine: 'off', hold, holdKind: 'guard' })
      return
    }
    const told = (facts: ExchangeFacts) => {
      showFacts(facts)
      // What cannot be counted is not announced; the queue shows it all the same.
      void watchBatches(port, facts, new Date().toISOString()).catch(() => undefined)
    }
    await port.startExchange(proxy(linkOf(entry.id)) as never, proxy(told) as never)
  } catch (error) {
    const { text } = describeFailure(error)
    notify({ id: 'exchange', level: 'error', title: text, at: new Date().toISOString() })
  }
}

let lastHold = ''

function showFacts(facts: ExchangeFacts): void {
  useExchange.setState({ facts })
  const { line, queued, unknownOutcome, lastReceivedAt, lastCallAt, hold } = facts
  reportOnline({
    state: line,
    queued,
    unknownOutcome,
    ...(lastReceivedAt && { lastReceivedAt }),
    ...(lastCallAt && { lastCallAt }),
  })
  const held = hold?.code ?? ''
  if (hold && held !== lastHold) {
    notify({
      id: `hold ${hold.code}`,
      level: 'warning',
      title: hold.text,
      ...(hold.fix && { detail: hold.fix }),
      at: new Date().toISOString(),
    })
  }
  lastHold = held
}

type News = { level: 'info' | 'success' | 'warning'; text: (n: number) => Text }

/** States that customs brings about; what the officer does himself is no news to him. */
const news: Partial<Record<ListMove, News>> = {
  refused: {
    level: 'warning',
    text: (n) => ({ zh: `${n} 份清单被退单，需要更正`, en: `Lists sent back, to be corrected: ${n}` }),
  },
  inspected: {
    level: 'info',
    text: (n) => ({
      zh: `${n} 份清单进入查验或人工审核`,
      en: `Lists that went to inspection or review: ${n}`,
    }),
  },
  released: { level: 'success', text: (n) => ({ zh: `${n} 份清单放行`, en: `Lists released: ${n}` }) },
  withdrawn: {
    level: 'success',
    text: (n) => ({ zh: `${n} 份清单已撤销`, en: `Lists withdrawn: ${n}` }),
  },
  kept: {
    level: 'warning',
    text: (n) => ({ zh: `${n} 份清单的撤销申请被拒`, en: `Withdrawals refused: ${n}` }),
  },
  cleared: { level: 'success', text: (n) => ({ zh: `${n} 份清单结关`, en: `Lists closed: ${n}` }) },
}

/** News of one kind that follow each other are one line with their sum. */
const together = new Map<ListMove, { count: number; at: number; id: string }>()
const togetherMs = 60_000

function tellNews({ moved }: ChangeNotice): void {
  for (const [state, count] of Object.entries(moved ?? {}) as [ListMove, number][]) {
    const kind = news[state]
    if (!kind) continue
    if (state === 'refused') announceRefused(count)
    const now = Date.now()
    const before = together.get(state)
    const goesOn = before && now - before.at < togetherMs
    const sum = {
      count: count + (goesOn ? before.count : 0),
      at: now,
      id: goesOn ? before.id : `${state} ${now}`,
    }
    together.set(state, sum)
    notify({ id: sum.id, level: kind.level, title: kind.text(sum.count), at: new Date(now).toISOString() })
  }
}
