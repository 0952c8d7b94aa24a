import { hashText } from '../../import/hash'
import { addToBook } from '../import/bank-book'
import type { BankQuote } from '../import/bank-quotes'
import { bankReport } from '../import/bank-report'
import type { SafeTable } from '../import/safe-rates'
import type { BankFile } from '../import/statement'
import type { Settled } from '../settlement/balance'
import type { SettlementFile } from '../settlement/read-settlement'
import { addMovements, settlementContent } from '../settlement/settlement-book'
import type { ForexFact } from './facts'

/**
 * A fact on its way into the book. `rows`: lines of the file it was read from; none for what a file says of itself, which is
 * kept and is no row. `content`: what tells an equal one from a changed one.
 */
export type FactDraft = { key: string; content: string; rows: number[]; record: ForexFact }
export type Drafts = { drafts: FactDraft[]; repeated: number }

const stable = (value: unknown): string => JSON.stringify(value)

/** Entries, advices and balances of a bank file. A line of the file is no part of what an entry says. */
export function bankDrafts(file: BankFile): Drafts {
  const { added, known } = addToBook(new Map(), file)
  const entries = added.map(({ key, account, entry, told }): FactDraft => {
    // A later statement may word more of an entry it repeats; the first stands.
    const record = {
      record: 'bank-entry',
      kind: 'entry',
      key,
      account,
      entry,
      ...(told && { told }),
    } as const
    return { key: `entry ${key}`, content: key, rows: [entry.line], record }
  })
  const seen = new Map<string, number>()
  const advices = file.advices.flatMap((advice): FactDraft[] => {
    const { line, ...told } = advice
    const content = stable(told)
    const count = (seen.get(content) ?? 0) + 1
    seen.set(content, count)
    if (count > 1) return []
    return [
      {
        key: `advice ${advice.reference} ${hashText(content)}`,
        content,
        rows: [line],
        record: { record: 'bank-advice', kind: 'advice', advice },
      },
    ]
  })
  const days = added.map(({ entry }) => entry.valueDate).sort()
  const statements = bankReport(file).accounts.map((account): FactDraft => {
    const content = stable([account, days[0] ?? '', days.at(-1) ?? ''])
    return {
      key: `statement ${hashText(content)}`,
      content,
      rows: [],
      record: { record: 'bank-statement', kind: 'statement', ...account },
    }
  })
  const repeated = known + file.advices.length - advices.length
  return { drafts: [...entries, ...advices, ...statements], repeated }
}

/** Settlements, or movements and balances of accounts; the fee beside an amount is a movement of its own and is counted as one. */
export function settlementDrafts(file: SettlementFile, { settlements, accounts }: Settled): Drafts {
  const rowsOf = new Map<string, number[]>()
  const push = (key: string, row: number) => rowsOf.set(key, [...(rowsOf.get(key) ?? []), row])
  for (const { settlementId, row } of file.rows) if (settlementId !== '') push(settlementId, row)
  const sheets = settlements.map((settlement): FactDraft => {
    return {
      key: `settlement ${settlement.id}`,
      content: settlementContent(settlement),
      rows: rowsOf.get(settlement.id) ?? [],
      record: { record: 'settlement', kind: 'settlement', settlement },
    }
  })
  if (file.layout.level === 'platform') return { drafts: sheets, repeated: 0 }
  const { added, known } = addMovements(new Map(), accounts)
  const movements = added.map(({ key, account, movement }): FactDraft => ({
    key: `movement ${key}`,
    content: key,
    rows: [0],
    record: { record: 'movement', kind: 'movement', key, account, movement },
  }))
  const balances = accounts.flatMap(({ id, movements: moved, balances: stated }) =>
    stated.map(({ currency, opening, closing, balanced }): FactDraft => {
      const days = moved.flatMap((one) => (one.currency === currency ? [one.day] : [])).sort()
      const record = {
        record: 'account' as const,
        kind: 'account' as const,
        account: id,
        currency,
        from: days[0] ?? '',
        to: days.at(-1) ?? '',
        opening,
        closing,
        balanced,
      }
      const content = stable(record)
      return { key: `account ${hashText(content)}`, content, rows: [], record }
    }),
  )
  return { drafts: [...movements, ...balances], repeated: known }
}

export const rateDrafts = (table: SafeTable | undefined): Drafts => ({
  drafts: (table?.rates ?? []).map((rate) => ({
    key: `rate ${rate.currency} ${rate.month}`,
    content: rate.usdPerUnit,
    rows: [0],
    record: { record: 'safe-rate', kind: 'rate', source: table?.source ?? '', ...rate },
  })),
  repeated: 0,
})

export const quoteDrafts = (quotes: readonly BankQuote[]): Drafts => {
  const drafts = new Map<string, FactDraft>()
  for (const quote of quotes) {
    const key = `quote ${stable([quote.bank, quote.currency, quote.at])}`
    const content = stable([quote.bid, quote.ask ?? '', quote.unit])
    drafts.set(key, { key, content, rows: [0], record: { record: 'bank-quote', kind: 'quote', ...quote } })
  }
  return { drafts: [...drafts.values()], repeated: quotes.length - drafts.size }
}
