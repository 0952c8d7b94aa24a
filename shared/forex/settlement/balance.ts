import type { RowError } from '../../model/import-report'
import { add, cmp, isZero, neg, sub, sum } from '../../money/decimal'
import type { InstitutionAccount, Movement, Settlement, SettlementLine } from '../ledger/levels'
import type { SettlementRow } from './line'
import { settlementProblem } from './problems'
import type { SettlementFile } from './read-settlement'

/** Before the number of a row that stands for the number a file does not give. */
export const ROW_MARK = '#'

/** A settlement with what its lines make beside what it states. */
export type SettlementSheet = Settlement & {
  /** Null where the file states none; `payout` is then what the lines make. */
  stated: string | null
  computed: string
  /** Stated less computed; null where nothing is stated. */
  difference: string | null
}

/** A ledger of an account with what was found of its balances, by currency. */
export type AccountSheet = InstitutionAccount & {
  balances: {
    currency: string
    entries: number
    inward: string
    outward: string
    opening: string | null
    closing: string | null
    computedClosing: string | null
    balanced: boolean | null
  }[]
}

export type Settled = { settlements: SettlementSheet[]; accounts: AccountSheet[]; problems: RowError[] }

/** A settlement file as the first or second of the three levels, and everything that does not balance, with the difference. */
export function settle(file: SettlementFile): Settled {
  const problems: RowError[] = []
  if (file.layout.level === 'platform') {
    return { settlements: settlementSheets(file, problems), accounts: [], problems }
  }
  const accounts = [...grouped(file.rows, ({ account }) => account)].map(([id, rows]) =>
    accountSheet(id, rows, problems),
  )
  payouts(file.rows, problems)
  return { settlements: [], accounts, problems }
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}

const lineTypes: ReadonlySet<string> = new Set<SettlementLine['type']>([
  'sale',
  'refund',
  'fee',
  'tax',
  'reserveHeld',
  'reserveReleased',
  'earlierBalance',
  'adjustment',
])

/** The file's own number of a row, else its place, which says nothing of what it is. */
const idOf = ({ lineNo, row }: SettlementRow): string => lineNo ?? `${ROW_MARK}${row}`

/** Lines of a row: what it is, and a fee that stands beside it in the same row. */
function linesOf(row: SettlementRow): SettlementLine[] {
  const id = idOf(row)
  const base = { ...(row.orderNo !== undefined && { orderId: row.orderNo }) }
  const type = (lineTypes.has(row.kind) ? row.kind : 'adjustment') as SettlementLine['type']
  const cost = row.cost === undefined ? {} : { cost: row.cost }
  return [
    { id, type, ...cost, ...base, amount: row.amount },
    ...(isZero(row.fee) ? [] : [{ id: `${id}-fee`, type: 'fee' as const, ...base, amount: row.fee }]),
  ]
}

function settlementSheets({ rows, totals }: SettlementFile, problems: RowError[]): SettlementSheet[] {
  const stated = grouped(totals, ({ settlementId }) => settlementId)
  const groups = grouped(rows, ({ settlementId }) => settlementId)
  for (const id of stated.keys()) if (!groups.has(id)) groups.set(id, [])
  return [...groups].map(([id, own]) => {
    const said = stated.get(id) ?? []
    const [first] = said
    const at = first?.row ?? own[0]?.row ?? 1
    const currencies = [...new Set([...said, ...own].map(({ currency }) => currency))]
    if (currencies.length > 1) {
      const params = { currencies: currencies.join('、') }
      problems.push(settlementProblem('settlement.currencies-differ', at, '', id, params))
    }
    const amounts = [...new Map(said.map(({ total }) => [total, total])).values()]
    if (amounts.length > 1) {
      problems.push(settlementProblem('settlement.totals-differ', at, '', id, { totals: amounts.join('、') }))
    }
    const lines = own.flatMap(linesOf)
    const computed = sum(lines.map(({ amount }) => amount))
    const payout = amounts.length === 1 ? (amounts[0] ?? null) : null
    const difference = payout === null ? null : sub(payout, computed)
    if (amounts.length === 0)
      problems.push(settlementProblem('settlement.no-total', at, '', id, { computed }))
    if (payout !== null && difference !== null && !isZero(difference)) {
      const params = { computed, stated: payout, difference }
      problems.push(settlementProblem('settlement.not-balanced', at, '', id, params))
    }
    const days = own.map(({ day }) => day).sort()
    return {
      id,
      shop: own.find(({ shop }) => shop !== '')?.shop ?? '',
      currency: currencies[0] ?? '',
      paidOn: first?.paidOn || days.at(-1) || '',
      payout: payout ?? computed,
      lines,
      stated: payout,
      computed,
      difference,
    }
  })
}

const movementKinds: Readonly<Partial<Record<SettlementRow['kind'], Movement['kind']>>> = {
  sale: 'sale',
  refund: 'refund',
  fee: 'fee',
  tax: 'fee',
  reserveHeld: 'hold',
  reserveReleased: 'hold',
  payout: 'payout',
  conversion: 'conversion',
  withdrawal: 'withdrawal',
}

/** What moves an account: the row, and its fee as a movement of its own. */
function movementsOf(row: SettlementRow, pairs: ReadonlyMap<SettlementRow, string>): Movement[] {
  const id = idOf(row)
  const { day, currency, settlementId } = row
  const kind = movementKinds[row.kind] ?? 'other'
  const pairId = pairs.get(row)
  const own: Movement = {
    id,
    day,
    currency,
    kind,
    amount: row.amount,
    ...(kind === 'payout' && settlementId !== '' && { settlementId }),
    ...(pairId !== undefined && { pairId }),
  }
  if (isZero(row.fee)) return [own]
  return [own, { id: `${id}-fee`, day, currency, kind: 'fee', amount: row.fee }]
}

/**
 * Which two rows are one conversion: they name each other or the same third row, else they stand at the same time. What
 * finds no partner of the other sign and currency keeps to itself, and the levels say so.
 */
function conversionPairs(rows: readonly SettlementRow[]): Map<SettlementRow, string> {
  const pairs = new Map<SettlementRow, string>()
  const legs = rows.filter(({ kind }) => kind === 'conversion')
  const keysOf: ((row: SettlementRow) => string | undefined)[] = [
    ({ lineNo, refersTo }) =>
      lineNo === undefined || refersTo === undefined ? undefined : [lineNo, refersTo].sort().join(' '),
    ({ refersTo }) => refersTo,
    ({ at, day }) => at ?? day,
  ]
  for (const keyOf of keysOf) {
    const open = legs.filter((row) => !pairs.has(row) && keyOf(row) !== undefined)
    for (const group of grouped(open, (row) => keyOf(row) ?? '').values()) {
      const [a, b] = group
      const opposite = a && b && cmp(a.net, '0') === -cmp(b.net, '0') && !isZero(a.net)
      if (group.length !== 2 || !opposite || a.currency === b.currency) continue
      const id = a.lineNo ?? b.lineNo ?? JSON.stringify([a.day, a.currency, a.net, b.currency, b.net])
      pairs.set(a, id).set(b, id)
    }
  }
  return pairs
}

const moves = ({ kind }: SettlementRow): boolean =>
  kind !== 'memo' && kind !== 'opening' && kind !== 'closing'

function accountSheet(id: string, all: readonly SettlementRow[], problems: RowError[]): AccountSheet {
  const openings: Record<string, string> = {}
  const closings: Record<string, string> = {}
  const moving = all.filter(moves)
  const balances = [...grouped(all, ({ currency }) => currency)].map(([currency, rows]) => {
    const own = rows.filter(moves)
    const ends = endsOf(own, problems)
    const opening = rows.find(({ kind }) => kind === 'opening')?.net ?? ends?.opening ?? null
    const closing = rows.findLast(({ kind }) => kind === 'closing')?.net ?? ends?.closing ?? null
    const nets = own.map(({ net }) => net)
    const computedClosing = opening === null ? null : add(opening, sum(nets))
    const balanced = computedClosing === null || closing === null ? null : cmp(computedClosing, closing) === 0
    if (balanced === false && opening !== null && closing !== null && computedClosing !== null) {
      problems.push(
        settlementProblem('settlement.account-not-balanced', rows.at(-1)?.row ?? 1, '', closing, {
          account: id,
          currency,
          opening,
          computed: computedClosing,
          difference: sub(closing, computedClosing),
        }),
      )
    }
    if (opening !== null) openings[currency] = opening
    if (closing !== null) closings[currency] = closing
    return {
      currency,
      entries: own.length,
      inward: sum(nets.filter((net) => cmp(net, '0') > 0)),
      outward: neg(sum(nets.filter((net) => cmp(net, '0') < 0))),
      opening,
      closing,
      computedClosing,
      balanced,
    }
  })
  const pairs = conversionPairs(moving)
  return { id, openings, closings, movements: moving.flatMap((row) => movementsOf(row, pairs)), balances }
}

/**
 * Balances before and after the rows of one currency, where every row states one. Files run forwards or backwards; the
 * direction in which the balances agree is taken, and every place where they do not is told.
 */
function endsOf(
  rows: readonly SettlementRow[],
  problems: RowError[],
): { opening: string; closing: string } | undefined {
  const stated = rows.filter((row): row is SettlementRow & { balance: string } => row.balance !== undefined)
  if (stated.length === 0 || stated.length !== rows.length) return undefined
  const breaksOf = (run: typeof stated) =>
    run.flatMap((row, at) => {
      const before = run[at - 1]
      if (!before) return []
      const computed = add(before.balance, row.net)
      return cmp(computed, row.balance) === 0 ? [] : [{ row, previous: before.balance, computed }]
    })
  const backwards = [...stated].reverse()
  const [down, up] = [breaksOf(stated), breaksOf(backwards)]
  const [run, breaks] = up.length < down.length ? [backwards, up] : [stated, down]
  for (const { row, previous, computed } of breaks) {
    problems.push(
      settlementProblem('settlement.break', row.row, '', row.balance, { previous, net: row.net, computed }),
    )
  }
  const [first] = run
  const last = run.at(-1)
  return first && last && { opening: sub(first.balance, first.net), closing: last.balance }
}

/** Where rows name the payout they went into, they have to make it. */
function payouts(rows: readonly SettlementRow[], problems: RowError[]): void {
  const named = rows.filter(({ settlementId, kind }) => settlementId !== '' && kind !== 'payout')
  for (const [id, own] of grouped(named, ({ settlementId }) => settlementId)) {
    const out = own.filter(({ kind }) => kind === 'withdrawal')
    const inside = own.filter(({ kind }) => kind !== 'withdrawal')
    const [first] = out
    if (!first || inside.length === 0) continue
    const computed = sum(inside.map(({ net }) => net))
    const stated = neg(sum(out.map(({ net }) => net)))
    const difference = sub(stated, computed)
    if (isZero(difference)) continue
    const params = { computed, stated, difference }
    problems.push(settlementProblem('settlement.payout-differs', first.row, '', id, params))
  }
}
