import { suggest } from '#shared/rebate/allocation/suggest'
import { openLines } from '#shared/rebate/allocation/allocation'
import { FxTable } from '#shared/rebate/book/fob'
import type { BatchFacts } from '#shared/rebate/book/claim'
import { defaultRules, type RebateLink } from '#shared/rebate/book/records'
import { BatchCheck } from '#shared/rebate/book/batch-check'
import { ExactSum } from '#shared/money/decimal'
import { timedByProcessor, type Step, type Took } from './step'

/** Lines of the batch for one invoice. */
const linesPerInvoice = 5
const itemsPerDeclaration = 50

export type RebateBench = { steps: Step[]; processor: Step[]; heap: number; blocking: number }

const money = (units: number): string => `${Math.floor(units / 100)}.${String(units % 100).padStart(2, '0')}`
const declaration = (at: number): string => `31012026${String(at).padStart(10, '0')}`

/** A batch that its invoices cover: each item a link of its own, five of them on one invoice. */
export function rebateBatch(lines: number): BatchFacts {
  const every = <T>(count: number, make: (at: number) => T): T[] =>
    Array.from({ length: count }, (_, at) => make(at))
  const place = (at: number) => ({
    no: declaration(Math.floor(at / itemsPerDeclaration)),
    item: 1 + (at % itemsPerDeclaration),
  })
  const net = (at: number) => 10_000 + ((at * 7919) % 90_000)
  const invoiceOf = (at: number) => `2611${String(Math.floor(at / linesPerInvoice)).padStart(16, '0')}`
  const rate = { record: 'exchange-rate' as const, kind: 'centralParity' as const, currency: 'USD', date: '' }
  const rates = every(30, (at) => ({
    ...rate,
    date: `2026-04-${String(at + 1).padStart(2, '0')}`,
    rate: '7.0125',
    origin: '',
    source: { profile: '', firstRow: 1, lastRow: 1 },
  }))
  return {
    asOf: '2026-05-20',
    batch: {
      period: '202605',
      number: '001',
      kind: 'trading',
      note: '',
      createdAt: '2026-05-01T00:00:00Z',
      locked: false,
      answers: { fxStatus: 'collected', exportInvoiceNo: 'E', otherPapersComplete: true },
      dealt: {},
    },
    enterprise: { type: 'trading', taxpayer: 'general', rebateFiled: true, method: 'exempt-refund' },
    rules: defaultRules,
    lines: every(lines, (at) => ({
      item: {
        ...place(at),
        hsCode: '7323940000',
        name: `搪瓷杯${at % 997}`,
        qty: '10',
        unit: '个',
        exportDate: `2026-04-${String(1 + (at % 30)).padStart(2, '0')}`,
        supervisionMode: '0110',
        tradeTerms: 'FOB' as const,
        amount: money(Math.round(net(at) / 6)),
        currency: 'USD',
        revenueDate: `2026-04-${String(1 + (at % 30)).padStart(2, '0')}`,
      },
      line: {
        ...place(at),
        exportDate: '2026-04-01',
        batch: 'B',
        importId: '',
        answers: {},
        history: [],
        touchedAt: '',
      },
    })),
    siblings: [],
    links: every(lines, (at): RebateLink => {
      const { no, item } = place(at)
      const part = { invoiceNumber: invoiceOf(at), line: 1 + (at % linesPerInvoice) }
      return {
        linkNo: String(at).padStart(17, '0'),
        batch: 'B',
        hsCode: '7323940000',
        exports: [{ declarationNo: no, item, qty: '10' }],
        purchases: [{ ...part, qty: '10', net: money(net(at)) }],
        imports: [],
      }
    }),
    elsewhere: [],
    invoices: every(Math.ceil(lines / linesPerInvoice), (at) => ({
      number: invoiceOf(at * linesPerInvoice),
      kind: 'vatSpecial' as const,
      date: '2026-03-01',
      sellerName: `S${at % 211}`,
      sellerTaxNo: `T${at % 211}`,
      buyerName: '',
      buyerTaxNo: '',
      status: 'normal' as const,
      usage: 'rebate' as const,
      lines: every(Math.min(linesPerInvoice, lines - at * linesPerInvoice), (n) => ({
        line: n + 1,
        name: `*金属制品*搪瓷杯${(at * linesPerInvoice + n) % 997}`,
        unit: '个',
        qty: '10',
        net: money(net(at * linesPerInvoice + n)),
        rate: '0.13',
        tax: '0',
      })),
    })),
    library: {
      version: 'bench',
      entries: [
        {
          code: '7323940000',
          levyRate: '0.13',
          rebateRate: '0.13',
          specialFlag: '',
          from: '2019-04-01',
          to: null,
        },
      ],
    },
    papers: [],
    fx: new FxTable(rates, defaultRules.fx),
  }
}

/** Every amount and quantity of the batch and its invoices parsed and added: nothing else. */
export function bareParse({ lines, links, invoices }: BatchFacts): string {
  const all = new ExactSum()
  for (const { item } of lines) {
    all.add(item.qty!)
    all.add(item.amount!)
  }
  for (const { exports, purchases } of links) {
    for (const { qty } of exports) all.add(qty)
    for (const { qty, net } of purchases) {
      all.add(qty)
      all.add(net)
    }
  }
  for (const invoice of invoices) {
    for (const { qty, net, rate, tax } of invoice.lines)
      for (const text of [qty, net, rate, tax]) all.add(text)
  }
  return all.toString()
}

const median = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!

/** Median of the times of an edit and the whole result after it. */
async function recheck(check: BatchCheck, edits: readonly BatchFacts[]): Promise<Took> {
  const took: Took[] = []
  for (const facts of edits) {
    took.push(
      await timedByProcessor(() => {
        check.update(facts)
        return check.result().refund
      }),
    )
  }
  return {
    ms: median(took.map(({ ms }) => ms)),
    processorMs: median(took.map(({ processorMs }) => processorMs)),
  }
}

/** The same batch with one answer of one line changed, time after time. */
function answered(facts: BatchFacts): BatchFacts[] {
  let now = facts
  return Array.from({ length: 9 }, (_, n) => {
    const at = Math.floor((now.lines.length / 10) * n)
    const { item, line } = now.lines[at]!
    now = { ...now, lines: now.lines.with(at, { item, line: { ...line, answers: { departed: false } } }) }
    return now
  })
}

/** The same batch with one 关联号 less, time after time. */
function dissolved(facts: BatchFacts): BatchFacts[] {
  let now = facts
  return Array.from({ length: 9 }, (_, n) => {
    now = { ...now, links: now.links.toSpliced(Math.floor((now.links.length / 10) * n), 1) }
    return now
  })
}

/** Runs over facts made anew, of which the quickest counts: the first also compiles, and a machine at work disturbs any. */
const runs = 3

const quickestOf = (took: readonly Took[]): Took => ({
  ms: Math.min(...took.map(({ ms }) => ms)),
  processorMs: Math.min(...took.map(({ processorMs }) => processorMs)),
})

/** The quickest of the runs of both: a bare pass and the pre-check over the very same facts, nothing of which was read before. */
async function quickest(lines: number) {
  const bare: Took[] = []
  const whole: Took[] = []
  let last: { facts: BatchFacts; check: BatchCheck; result: ReturnType<BatchCheck['result']> } | undefined
  for (let run = 0; run < runs; run++) {
    last = undefined
    const facts = rebateBatch(lines)
    bare.push(await timedByProcessor(() => bareParse(facts)))
    const { result: checked, ...took } = await timedByProcessor(() => {
      const check = new BatchCheck(facts)
      return { check, result: check.result() }
    })
    whole.push(took)
    last = { facts, ...checked }
  }
  return { ...last!, bare: quickestOf(bare), whole: quickestOf(whole) }
}

/**
 * 预检, the same again after an edit, and 自动配单 of one batch, beside a pass that only parses the same amounts; `heap` in MB
 * with facts and result held. `processor`: the same steps by processor time, which other work on the machine moves less.
 */
export async function benchRebate(lines: number): Promise<RebateBench> {
  const { facts, check, result, whole, bare } = await quickest(lines)
  const heap = Math.round(process.memoryUsage().heapUsed / 1_048_576)
  const afterAnswer = await recheck(check, answered(facts))
  check.update(facts)
  check.step()
  const afterLink = await recheck(check, dissolved(facts))
  let serial = 0
  const open = openLines(facts.invoices, [])
  const wanted = facts.lines.map(({ item }) => ({ item, qty: '10' }))
  const linked = await timedByProcessor(() => suggest(wanted, open, [], () => String(++serial)))
  if (linked.result.uncovered.length > 0) throw new Error(`${linked.result.uncovered.length} not covered`)
  const by = (time: keyof Took): Step[] => {
    const step = (name: string, took: Took): Step => ({
      step: name,
      count: lines,
      unit: 'claim lines',
      ms: took[time],
      bare: 'the same amounts parsed and added',
      bareMs: bare[time],
    })
    return [
      step('pre-check of a refund', whole),
      step('again after one answer', afterAnswer),
      step('again after one link went', afterLink),
      step('allocation of invoices', linked),
    ]
  }
  return {
    steps: by('ms'),
    processor: by('processorMs'),
    heap,
    blocking: result.findings.filter(({ severity }) => severity === 'blocking').length,
  }
}
