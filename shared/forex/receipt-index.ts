import { add } from '../money/decimal'
import type { BankCredit, DraftForm, Quote, RegistrationForm, RmbStatement } from '../model/forex/credit'
import type { ReceiptInput } from '../model/forex/input'
import type { PlatformReport } from '../model/forex/netting'
import type { CustomsPaper, PaymentLine, SaleOrder, SaleWaybill, WarehouseOut } from '../model/forex/papers'

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function grouped<T>(all: readonly T[] | undefined, keys: (one: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all ?? []) {
    for (const key of keys(one)) {
      const group = groups.get(key)
      if (group) group.push(one)
      else groups.set(key, [one])
    }
  }
  return groups
}

/** Groups in the order of their numbers, whatever the order of the input. */
function sorted<T>(groups: Map<string, T[]>, numberOf: (one: T) => string): Map<string, T[]> {
  for (const group of groups.values()) {
    if (group.length > 1) group.sort((a, b) => byText(numberOf(a), numberOf(b)))
  }
  return groups
}

/** By number and credit, what credits before it in their order were presented with the same 登记表. */
function formUses(
  credits: readonly BankCredit[],
  forms: (creditId: string) => readonly RegistrationForm[],
): ReadonlyMap<string, string> {
  const uses = new Map<string, string>()
  const sums = new Map<string, string>()
  for (const { id, amount } of credits) {
    for (const no of new Set(forms(id).map((form) => form.no))) {
      const before = sums.get(no) ?? '0'
      uses.set(`${no}\n${id}`, before)
      sums.set(no, add(before, amount))
    }
  }
  return uses
}

/** The papers of a batch of receipts, found by what links them. Built once; every look-up is a hash. */
export class ReceiptIndex {
  readonly orders: ReadonlyMap<string, SaleOrder>
  /** Credits in the order in which sums and quotas are consumed: by value date, then number. */
  readonly credits: readonly BankCredit[]
  readonly #lines: ReadonlyMap<string, PaymentLine[]>
  readonly #waybills: ReadonlyMap<string, SaleWaybill[]>
  readonly #outs: ReadonlyMap<string, WarehouseOut[]>
  readonly #papersOfOrder: ReadonlyMap<string, CustomsPaper[]>
  readonly #papersOfCredit: ReadonlyMap<string, CustomsPaper[]>
  readonly #reports: ReadonlyMap<string, PlatformReport[]>
  readonly #forms: ReadonlyMap<string, RegistrationForm[]>
  #formUses: ReadonlyMap<string, string> | undefined
  readonly #quotes: ReadonlyMap<string, Quote[]>
  readonly #drafts: ReadonlyMap<string, DraftForm[]>
  readonly #rmb: ReadonlyMap<string, RmbStatement[]>

  constructor(input: ReceiptInput) {
    this.orders = new Map((input.orders ?? []).map((order) => [order.id, order]))
    this.credits = [...input.bankCredits].sort(
      (a, b) => byText(a.valueDate, b.valueDate) || byText(a.id, b.id),
    )
    this.#lines = sorted(
      grouped(input.paymentLines, ({ creditId }) => [creditId]),
      ({ id }) => id,
    )
    this.#waybills = grouped(input.waybills, ({ orderId }) => [orderId])
    this.#outs = grouped(input.warehouseOuts, ({ orderId }) => [orderId])
    const { customsDocs } = input
    this.#papersOfOrder = sorted(
      grouped(customsDocs, ({ orderIds }) => orderIds ?? []),
      ({ no }) => no,
    )
    this.#papersOfCredit = sorted(
      grouped(customsDocs, ({ creditIds }) => creditIds ?? []),
      ({ no }) => no,
    )
    this.#reports = grouped(input.platformReports, ({ creditId }) => (creditId === null ? [] : [creditId]))
    this.#forms = grouped(input.registrationForms, ({ creditId }) => [creditId])
    this.#quotes = grouped(input.quotes, ({ creditId }) => [creditId])
    this.#drafts = grouped(input.draftForms, ({ creditId }) => [creditId])
    this.#rmb = grouped(input.rmb, ({ creditId }) => [creditId])
  }

  lines = (creditId: string): readonly PaymentLine[] => this.#lines.get(creditId) ?? []
  waybills = (orderId: string): readonly SaleWaybill[] => this.#waybills.get(orderId) ?? []
  outs = (orderId: string): readonly WarehouseOut[] => this.#outs.get(orderId) ?? []
  papersOfOrder = (orderId: string): readonly CustomsPaper[] => this.#papersOfOrder.get(orderId) ?? []
  papersOfCredit = (creditId: string): readonly CustomsPaper[] => this.#papersOfCredit.get(creditId) ?? []
  reports = (creditId: string): readonly PlatformReport[] => this.#reports.get(creditId) ?? []
  forms = (creditId: string): readonly RegistrationForm[] => this.#forms.get(creditId) ?? []

  /** What credits before one took of a 登记表, which they share: it is good for its amount once. */
  formUsedBefore(no: string, creditId: string): string {
    this.#formUses ??= formUses(this.credits, this.forms)
    return this.#formUses.get(`${no}\n${creditId}`) ?? '0'
  }

  quote = (creditId: string): Quote | undefined => this.#quotes.get(creditId)?.[0]
  draft = (creditId: string): DraftForm | undefined => this.#drafts.get(creditId)?.[0]
  rmb = (creditId: string): RmbStatement | undefined => this.#rmb.get(creditId)?.[0]
}
