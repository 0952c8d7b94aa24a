import { add, neg, sub } from '../../money/decimal'
import { drawOldestFirst, OPENING, type Levels, type Movement, type SettlementLine } from './levels'
import type { MonthFigures } from './month-bridge'

/** A figure with the lines it was added up from. */
export type Traced = { amount: string; refs: string[] }
export type FigureName = Exclude<keyof MonthFigures, 'month' | 'shop' | 'currency'>
export type TracedFigures = Pick<MonthFigures, 'month' | 'shop' | 'currency'> & Record<FigureName, Traced>

/** What the other books hold, each an amount of a month, shop and currency with its line. */
export type SideEntry = {
  figure: 'fob' | 'rebateDeclared' | 'exemptDeclared' | 'vatSales' | 'received'
  month: string
  shop: string
  currency: string
  amount: string
  ref: string
}

/** Every figure of a month, in the order of the sheet. */
export const figureNames: readonly FigureName[] = [
  'sales',
  'refunds',
  'platformFees',
  'settled',
  'reserveHeld',
  'reserveReleased',
  'intoInstitution',
  'paidToBank',
  'institutionFees',
  'converted',
  'toBank',
  'fob',
  'rebateDeclared',
  'exemptDeclared',
  'vatSales',
  'received',
]

/** Money whose shop nobody can tell: opening balances, and what was mixed before it left. */
export const MIXED = ''

const lineFigures: Readonly<
  Partial<Record<SettlementLine['type'], readonly [FigureName, negative: boolean]>>
> = {
  sale: ['sales', false],
  refund: ['refunds', true],
  fee: ['platformFees', true],
  tax: ['platformFees', true],
  reserveHeld: ['reserveHeld', true],
  reserveReleased: ['reserveReleased', false],
}

class Sheets {
  readonly all = new Map<string, TracedFigures>()

  add(
    { month, shop, currency }: Pick<MonthFigures, 'month' | 'shop' | 'currency'>,
    figure: FigureName,
    amount: string,
    ref: string,
  ): void {
    const key = JSON.stringify([month, shop, currency])
    const sheet = this.all.get(key) ?? this.#empty(key, { month, shop, currency })
    const before = sheet[figure]
    before.amount = add(before.amount, amount)
    before.refs.push(ref)
  }

  #empty(key: string, head: Pick<MonthFigures, 'month' | 'shop' | 'currency'>): TracedFigures {
    const figures = Object.fromEntries(figureNames.map((name) => [name, { amount: '0', refs: [] }]))
    const sheet = { ...head, ...(figures as unknown as Record<FigureName, Traced>) }
    this.all.set(key, sheet)
    return sheet
  }
}

/**
 * Figures of every month, shop and currency, each with its lines. Settlements count in the month they were paid out;
 * movements of an account serving several shops go to the shops whose payouts they drew on, oldest first; costs positive.
 * Settled is what a settlement paid out before its reserves.
 */
export function monthFigures(
  { settlements, accounts, credits }: Levels,
  sides: readonly SideEntry[] = [],
): TracedFigures[] {
  const sheets = new Sheets()
  const shopOfSettlement = new Map(settlements.map(({ id, shop }) => [id, shop]))
  const creditOf = new Map(credits.map((credit) => [credit.id, credit]))
  for (const { id, shop, currency, paidOn, payout, creditId, lines } of settlements) {
    const at = { month: paidOn.slice(0, 7), shop, currency }
    let reserves = '0'
    for (const { id: lineId, type, amount } of lines) {
      const [figure, negative] = lineFigures[type] ?? []
      if (type === 'reserveHeld' || type === 'reserveReleased') reserves = add(reserves, amount)
      if (figure !== undefined) sheets.add(at, figure, negative ? neg(amount) : amount, `${id}/${lineId}`)
    }
    sheets.add(at, 'settled', sub(payout, reserves), id)
    const credit = creditId === undefined ? undefined : creditOf.get(creditId)
    if (!credit) continue
    sheets.add(at, 'paidToBank', payout, id)
    sheets.add({ ...at, month: credit.day.slice(0, 7) }, 'toBank', payout, credit.id)
  }
  for (const { id: accountId, openings, closings, movements } of accounts) {
    const byId = new Map(movements.map((one) => [one.id, one]))
    const currencies = [...new Set(movements.map(({ currency }) => currency))]
    const drawn = new Map<string, { inId: string; amount: string }[]>()
    for (const currency of currencies) {
      const of = drawOldestFirst({ id: accountId, openings, closings, movements }, currency)
      // What nothing covers is paid from a balance nobody stated.
      const rest = of.uncovered.map((one) => ({ ...one, inId: OPENING }))
      for (const { outId, inId, amount } of [...of.draws, ...rest]) {
        const own = drawn.get(outId)
        if (own) own.push({ inId, amount })
        else drawn.set(outId, [{ inId, amount }])
      }
    }
    const shopOfInflow = shopFinder(movements, drawn, shopOfSettlement)
    for (const one of movements) {
      const { id, day, currency, kind, amount, creditId } = one
      const ref = `${accountId}/${id}`
      const shares = drawn.get(id)?.map(({ inId, amount: part }) => ({
        shop: inId === OPENING ? MIXED : shopOfInflow(byId.get(inId)),
        amount: part,
      })) ?? [{ shop: shopOfInflow(one), amount: neg(amount) }]
      for (const { shop, amount: part } of shares) {
        const at = { month: day.slice(0, 7), shop, currency }
        if (kind === 'payout') sheets.add(at, 'intoInstitution', neg(part), ref)
        if (kind === 'fee') sheets.add(at, 'institutionFees', part, ref)
        if (kind === 'conversion') sheets.add(at, 'converted', part, ref)
        const credit = creditId === undefined ? undefined : creditOf.get(creditId)
        if (kind === 'withdrawal' && credit) {
          sheets.add({ ...at, month: credit.day.slice(0, 7) }, 'toBank', part, credit.id)
        }
      }
    }
  }
  for (const { figure, amount, ref, ...at } of sides) sheets.add(at, figure, amount, ref)
  return [...sheets.all.values()].sort((a, b) =>
    a.month !== b.month
      ? a.month < b.month
        ? -1
        : 1
      : `${a.shop} ${a.currency}` < `${b.shop} ${b.currency}`
        ? -1
        : 1,
  )
}

/** Whose money came in: a payout's shop, or that of the other leg where only one shop's money was converted. */
function shopFinder(
  movements: readonly Movement[],
  drawn: ReadonlyMap<string, readonly { inId: string }[]>,
  shopOfSettlement: ReadonlyMap<string, string>,
): (movement: Movement | undefined) => string {
  const byId = new Map(movements.map((one) => [one.id, one]))
  const outOfPair = new Map(
    movements.flatMap((one) =>
      one.kind === 'conversion' && drawn.has(one.id) && one.pairId ? [[one.pairId, one]] : [],
    ),
  )
  const known = new Map<string, string>()
  const find = (movement: Movement | undefined): string => {
    if (!movement) return MIXED
    const before = known.get(movement.id)
    if (before !== undefined) return before
    // A conversion that leads back to itself tells nothing.
    known.set(movement.id, MIXED)
    const { settlementId, pairId, kind } = movement
    let shop = settlementId === undefined ? MIXED : (shopOfSettlement.get(settlementId) ?? MIXED)
    const other = kind === 'conversion' && pairId !== undefined ? outOfPair.get(pairId) : undefined
    if (other && other.id !== movement.id) {
      const shops = new Set(
        (drawn.get(other.id) ?? []).map(({ inId }) => (inId === OPENING ? MIXED : find(byId.get(inId)))),
      )
      const [only = MIXED] = shops
      shop = shops.size === 1 ? only : MIXED
    }
    known.set(movement.id, shop)
    return shop
  }
  return find
}

/** The figures alone, as the bridge takes them. */
export const plainFigures = ({ month, shop, currency, ...figures }: TracedFigures): MonthFigures => ({
  month,
  shop,
  currency,
  ...(Object.fromEntries(figureNames.map((name) => [name, figures[name].amount])) as Record<
    FigureName,
    string
  >),
})
