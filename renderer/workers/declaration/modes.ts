import { declareOne } from '#shared/declaration/declare-one'
import { declareOrder } from '#shared/declaration/declare-order'
import { judgeModes } from '#shared/declaration/modes/choose'
import { compareDocuments } from '#shared/declaration/modes/compare'
import type { ModeAnswers, ModeFacts } from '#shared/declaration/modes/facts'
import { ComparisonTally, ModeTally } from '#shared/declaration/modes/tally'
import { businessDay } from '#shared/time/shanghai'
import type { DeclarationList } from '#shared/model/list'
import { listModeOf, type ModePath } from '#shared/model/mode'
import { mul, sum } from '#shared/money/decimal'
import type { Book } from '../../data/book'
import type { ModeChoices, ModePreview } from '../../data/port'
import { newGuid } from './build'
import { templateFor } from './mode-template'
import { OrderInputs } from './order-inputs'
import type { OrderInput } from './order-inputs'
import { loadSources } from './sources'
import type { Sources } from './sources'
import { RuleTally } from './tally'

const perPart = 200

/** Orders, and the ids of all cancellation records of the book. */
export type ModeTask = { orders: string[]; cancellations: string[] }

/** Which ways these orders may go and why not the others; nothing is written. */
export async function judgeOrders(
  book: Book,
  { orders, cancellations }: ModeTask,
  answers: ModeAnswers,
): Promise<ModeChoices> {
  const sources = await loadSources(book)
  const common: Common = {
    answers,
    zone: sources.zone,
    rates: sources.rates,
    today: businessDay(book.context.now()),
    templates: new Set([...sources.templates.values()].map(({ value }) => value.tradeMode)),
  }
  const tally = new ModeTally()
  const currencies = new Set<string>()
  let count = 0
  for await (const input of inputsOf(book, orders, cancellations)) {
    const facts = factsOf(input, sources, common)
    tally.add(input.orders[0]!.value.orderNo, judgeModes(facts))
    if (facts.currency !== '') currencies.add(facts.currency)
    count += 1
  }
  return {
    orders: count,
    paths: tally.paths,
    zone: sources.zone.name,
    currencies: [...currencies].filter((letters) => letters !== 'CNY').sort(),
    rates: sources.rates,
  }
}

/** What declaring these orders another way would keep, drop, add and refuse; nothing is written. */
export async function previewMode(
  book: Book,
  { orders, cancellations }: ModeTask,
  path: ModePath,
): Promise<Omit<ModePreview, 'declared' | 'drafts'>> {
  const sources = await loadSources(book)
  const tally = new ComparisonTally()
  const rules = new RuleTally()
  const preview = { orders: 0, compared: 0, refused: 0 }
  for await (const input of inputsOf(book, orders, cancellations)) {
    preview.orders += 1
    if (listModeOf(path) === undefined) continue
    const now = builtAs(book, input, sources, path)
    if ('faults' in now) {
      preview.refused += 1
      rules.add(now.faults)
      continue
    }
    const before = builtAs(book, input, sources, input.path)
    if ('faults' in before) continue
    preview.compared += 1
    tally.add(compareDocuments(before.list, now.list))
  }
  const { of, kept, changes } = tally
  return { ...preview, of, kept, changes, rules: rules.counts }
}

async function* inputsOf(
  book: Book,
  orders: readonly string[],
  cancellations: readonly string[],
): AsyncGenerator<OrderInput> {
  const inputs = await OrderInputs.open(book, cancellations)
  const own = orders.filter((id) => !inputs.isMergedAway(id))
  for (let at = 0; at < own.length; at += perPart) {
    const read = await inputs.read(own.slice(at, at + perPart))
    for (const input of read.values()) if (input.orders.length > 0) yield input
  }
}

type Common = Pick<ModeFacts, 'answers' | 'zone' | 'rates' | 'today' | 'templates'>

function factsOf(input: OrderInput, { goods, settings }: Sources, common: Common): ModeFacts {
  const known = { get: (sku: string) => goods.get(sku)?.value }
  const lines = input.orders.flatMap((order): { sku: string; amount: string }[] => {
    const declared = declareOrder(order, {
      ...input.lines,
      goods: known,
      gifts: settings.gifts,
      direction: order.value.direction ?? 'export',
    })
    if (!declared.faults) return [...declared.order.lines]
    // What cannot be declared yet still has goods and a price.
    return order.value.lines
      .filter((line) => line.class === 'goods' || line.class === 'gift')
      .map(({ sku, quantity, price }) => ({ sku, amount: mul(quantity, price) }))
  })
  const skus = [...new Set(lines.map(({ sku }) => sku))]
  const { direction = 'export', buyerName, buyerIdNumber } = input.orders[0]?.value ?? {}
  return {
    ...common,
    direction,
    identified: Boolean(buyerName && buyerIdNumber),
    amount: sum(lines.map(({ amount }) => amount)),
    currency: input.orders[0]?.value.currency ?? '',
    goods: skus.flatMap((sku) => known.get(sku) ?? []),
    unknownSkus: skus.filter((sku) => !known.get(sku)),
  }
}

/** The first 清单 of an order as it would be built this way; nothing takes a number. */
function builtAs(
  book: Book,
  input: OrderInput,
  sources: Sources,
  path: ModePath | undefined,
): { list: DeclarationList } | { faults: Parameters<RuleTally['add']>[0] } {
  const { path: _before, ...undecided } = input
  const chosen = templateFor(sources, { ...undecided, ...(path && { path }) })
  if (chosen.fault) return { faults: [chosen.fault] }
  const { parts, faults } = declareOne({
    ...undecided,
    ...sources,
    ...(path && { path }),
    template: chosen.template,
    copNo: () => unnumbered,
    guid: newGuid,
    now: book.context.now(),
  })
  const list = parts[0]?.result.list
  return list ? { list } : { faults }
}

const unnumbered = '-'
