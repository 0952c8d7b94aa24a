import type { BuildFault } from '#shared/declaration/build-fault'
import { declareOne } from '#shared/declaration/declare-one'
import type { DeclarationList, ListWarning } from '#shared/model/list'
import type { Book } from '../../data/book'
import { DataRefusal } from '../../data/errors/refusal'
import type { BuildOptions, BuildSummary, StoredList, WorkProgress } from '../../data/port'
import { command } from '../../data/write/command'
import type { Draft } from '../../data/write/draft'
import type { StopSignal } from '../job'
import { OrderInputs } from './order-inputs'
import type { OrderInput } from './order-inputs'
import { templateFor } from './mode-template'
import { withPersonYears } from './person-years'
import { loadSources, templateOf } from './sources'
import type { Sources } from './sources'
import { RuleTally } from './tally'
import { copNumbers } from './numbering'
import { takenPartNumbers } from './split-numbers'

/** Orders built in one transaction: what a kill can undo is never more than this, and never a part of it. */
const perPart = 100
/** More faults of one order are not kept: an order of 300 lines can break one rule 300 times. */
const faultsKept = 50

/** Orders that are ready, and the ids of all cancellation records of the book. */
export type BuildTask = { orders: string[]; cancellations: string[]; options: BuildOptions }
type Built = Omit<BuildSummary, 'skipped'>

/**
 * Build the 清单 of these orders: numbers, lists and refusals of a part are one transaction. An order that is refused
 * keeps its faults as a record laid over it, until it can be built.
 */
export async function buildLists(
  book: Book,
  who: string,
  { orders, cancellations, options }: BuildTask,
  signal: StopSignal,
  progress: (p: WorkProgress) => void,
): Promise<Built> {
  const sources = await withPersonYears(book, await loadSources(book, options))
  const template = templateOf(sources, options.template).id
  const inputs = await OrderInputs.open(book, cancellations)
  const rules = new RuleTally()
  const remarks = new RuleTally()
  const summary: Built = {
    orders: 0,
    built: 0,
    lists: 0,
    refused: 0,
    rules: [],
    remarks: [],
    group: crypto.randomUUID(),
    stopped: false,
  }
  for (let i = 0; i < orders.length; i += perPart) {
    if (signal.aborted) {
      summary.stopped = true
      break
    }
    const part = orders.slice(i, i + perPart)
    const single = part.filter((id) => !inputs.isMergedAway(id))
    const outcome = await buildPart(book, who, { sources, template, inputs }, single, summary.group)
    summary.orders += part.length
    summary.built += part.length - outcome.refused.size
    summary.lists += outcome.lists
    summary.refused += outcome.refused.size
    for (const faults of outcome.refused.values()) rules.add(faults)
    for (const warnings of outcome.remarks) remarks.add(warnings)
    progress({ stage: 'building', done: summary.orders, total: orders.length })
  }
  return { ...summary, rules: rules.counts, remarks: remarks.counts }
}

type Means = { sources: Sources; template: string; inputs: OrderInputs }
type Outcome = { lists: number; remarks: ListWarning[][]; refused: Map<string, BuildFault[]> }

async function buildPart(
  book: Book,
  who: string,
  means: Means,
  orders: readonly string[],
  group: string,
): Promise<Outcome> {
  const read = await means.inputs.read(orders)
  const taken = new Map<string, BuildFault[]>()
  for (;;) {
    let outcome: Outcome = { lists: 0, remarks: [], refused: new Map() }
    let numbers = new Map<string, string>()
    try {
      await command(
        book.context,
        'list.build',
        who,
        '',
        async (draft) => {
          outcome = { lists: 0, remarks: [], refused: new Map(taken) }
          numbers = new Map()
          await draftPart(book, draft, means, read, outcome, numbers)
        },
        { group },
      )
      return outcome
    } catch (error) {
      const order = holderOf(error, numbers)
      if (order === undefined || taken.has(order)) throw error
      taken.set(order, [takenFault(error as DataRefusal, read.get(order))])
    }
  }
}

/** Think one part out: everything it reads and writes goes through the draft, so it can be thought out again. */
async function draftPart(
  { context }: Book,
  draft: Draft,
  { sources, template, inputs }: Means,
  read: ReadonlyMap<string, OrderInput>,
  outcome: Outcome,
  numbers: Map<string, string>,
): Promise<void> {
  const copNo = await copNumbers(context, draft, sources.enterprise.value)
  const isTaken = await takenPartNumbers(context, read)
  for (const [order, input] of read) {
    const known = outcome.refused.get(order)
    if (!known) {
      const chosen = templateFor(sources, input, template)
      const { parts, faults } = chosen.fault
        ? { parts: [], faults: [chosen.fault] }
        : declareOne({
            ...input,
            ...sources,
            template: chosen.template,
            isTaken,
            copNo: () => copNo.next(),
            guid: newGuid,
            now: context.now(),
          })
      if (faults.length === 0) {
        for (const { result } of parts) {
          if (!result.list) continue
          await draft.put('lists', storedList(result.list, chosen.template!.id))
          numbers.set(result.list.orderNo, order)
          numbers.set(result.list.logisticsNo, order)
          sources.personYears?.add(result.list)
          outcome.lists += 1
          if (result.list.warnings) outcome.remarks.push(result.list.warnings)
        }
        await settleRefusal(draft, inputs, order)
        continue
      }
      outcome.refused.set(order, faults)
    }
    const faults = outcome.refused.get(order)!.slice(0, faultsKept)
    await draft.put('overlays', { aspect: 'refused', fact: order, at: context.now(), faults })
  }
  await copNo.keep()
}

async function settleRefusal(draft: Draft, inputs: OrderInputs, order: string): Promise<void> {
  const refusal = inputs.overlaysOf(order).find(({ record }) => record.aspect === 'refused')
  if (refusal && (await draft.get('overlays', refusal.id))) await draft.delete('overlays', refusal.id)
}

export function storedList(list: DeclarationList, template: string): StoredList {
  const ids = (record: string) =>
    list.provenance.filter((source) => source.record === record).map(({ id }) => id)
  return {
    list,
    orders: ids('order'),
    payments: ids('payment'),
    waybills: ids('waybill'),
    template,
    state: 'draft',
  }
}

/** 36 characters, upper case, as the messages want it. */
export const newGuid = (): string => crypto.randomUUID().toUpperCase()

/** The order of this part whose number another 清单 holds. */
function holderOf(error: unknown, numbers: ReadonlyMap<string, string>): string | undefined {
  if (!(error instanceof DataRefusal) || !error.code.startsWith('taken-')) return undefined
  return numbers.get(String(error.params['number']))
}

function takenFault({ code, text, params }: DataRefusal, input: OrderInput | undefined): BuildFault {
  const key = input?.orders[0]?.value.orderNo ?? ''
  const record = code === 'taken-order' ? 'order' : 'waybill'
  return {
    document: '',
    path: record === 'order' ? 'orderNo' : 'logisticsNo',
    rule: `build-${code}`,
    severity: 'refuse',
    value: String(params['number']),
    message: text,
    fix: takenFix,
    source: { record, key, field: record === 'order' ? 'orderNo' : 'logisticsNo' },
  }
}

const takenFix = {
  zh: '一个订单号或运单号只能用于一份清单：先作废占用它的清单，或更正号码、按合单处理',
  en: 'An order or waybill number serves one list only: void the list that holds it, correct the number, or merge the orders',
}
