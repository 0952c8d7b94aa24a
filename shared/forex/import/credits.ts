import { hashText } from '../../import/hash'
import { cmp, sub, sum } from '../../money/decimal'
import { isPositive } from '../amount'
import { sameText } from '../same-text'
import type { BankCredit, Payer } from '../../model/forex/credit'
import type { BookEntry } from './bank-book'
import { referencesOf, sameEntries, share, type SameEntry } from './same-entry'
import type { Advice, Entry } from './statement'

export type CreditOptions = {
  /** ISO letters of two as three; a country nobody knows is left out. */
  country3(letters: string): string | undefined
  /** What a payer is to the enterprise; undefined: nobody said, and it is not examined. */
  relationOf?(name: string): Payer['relation'] | undefined
  /** Names of the enterprise itself: money from them is an own transfer. */
  ownNames?: readonly string[]
  /** Registered payment institutions by the name they pay under. */
  institutionOf?(name: string): { name: string; fxRegistered?: boolean } | undefined
  /** Whether something was done about a credit of that number: it keeps it when a later file tells of it again. */
  worked?(id: string): boolean
}

/** Money that came, as the pre-check takes it, with what a person needs to claim it. */
export type IncomingCredit = {
  credit: BankCredit
  account: string
  payerName: string
  /** From the enterprise itself. */
  own: boolean
  /** The statement books it; without, only an advice told of it. */
  booked: boolean
}

export type Incoming = {
  credits: IncomingCredit[]
  /** Booked and taken back again; neither stays. */
  reversed: { account: string; entry: Entry }[]
  /** Advices that fit several entries of the statement: a person joins them. */
  ambiguous: Advice[]
}

const NONE = /^(NONREF|NOTPROVIDED|)$/i

/** Number of the credit an entry is. Stable at every import: the bank's reference, told apart by the entry's content. */
export function creditIdOf({ key, entry }: BookEntry): string {
  const { bankReference, reference, transactions } = entry
  const names = [bankReference, reference, ...transactions.flatMap((one) => [one.reference, one.uetr])]
  const name = names.find((one) => one !== undefined && !NONE.test(one)) ?? entry.valueDate
  return `${name}.${hashText(key).slice(0, 6)}`
}

/** Number of the credit an advice is that no entry books. */
export const adviceId = (advice: Advice): string =>
  `${advice.reference}.${hashText(JSON.stringify(advice)).slice(0, 6)}`

/** Credits that were taken back: a reversal of the same account, amount and reference pairs with the nearest before it. */
function reversedKeys(entries: readonly BookEntry[]): ReadonlySet<string> {
  const taken = new Set<string>()
  for (const { account, entry: back } of entries) {
    if (!back.reversal || back.side !== 'debit') continue
    const names = referencesOf(back)
    const original = entries.findLast(
      ({ key, account: of, entry }) =>
        !taken.has(key) &&
        of === account &&
        !entry.reversal &&
        entry.side === 'credit' &&
        entry.currency === back.currency &&
        entry.valueDate <= back.valueDate &&
        cmp(entry.amount, back.amount) === 0 &&
        share(referencesOf(entry), names),
    )
    if (original) taken.add(original.key)
  }
  return taken
}

/** What of an advice reached the account: what was settled, less what the receiver's banks took of it. */
const reaching = ({ amount, receiverCharges, currency, bearer }: Advice): string =>
  bearer === 'OUR'
    ? sub(amount, sum(receiverCharges.filter((one) => one.currency === currency).map((one) => one.amount)))
    : amount

/** Which advice tells of which entry: by reference where one names it, else the only one of its day and amount. */
function adviceOfEntry(
  entries: readonly BookEntry[],
  advices: readonly Advice[],
): { joined: ReadonlyMap<string, Advice>; alone: Advice[]; ambiguous: Advice[] } {
  const joined = new Map<string, Advice>()
  const alone: Advice[] = []
  const ambiguous: Advice[] = []
  const byDay = new Map<string, BookEntry[]>()
  for (const one of entries) {
    const key = `${one.entry.currency} ${one.entry.valueDate}`
    const day = byDay.get(key)
    if (day) day.push(one)
    else byDay.set(key, [one])
  }
  const named = (advice: Advice, { entry }: BookEntry) =>
    referencesOf(entry).some((name) => name === advice.reference || name === advice.uetr)
  // Those that a reference names go first, so that they leave the others what is theirs.
  const queue = advices.map((advice) => {
    const day = byDay.get(`${advice.currency} ${advice.valueDate}`) ?? []
    const fits = day.filter(({ entry }) =>
      [advice.amount, reaching(advice)].some((sum) => cmp(sum, entry.amount) === 0),
    )
    return { advice, fits, exact: fits.filter((one) => named(advice, one)) }
  })
  for (const { advice, fits, exact } of [...queue].sort((a, b) => b.exact.length - a.exact.length)) {
    const free = (exact.length > 0 ? exact : fits).filter(({ key }) => !joined.has(key))
    const [only] = free
    if (!only) alone.push(advice)
    else if (free.length === 1) joined.set(only.key, advice)
    else ambiguous.push(advice)
  }
  return { joined, alone, ambiguous }
}

/**
 * Entries of the book and advices as money that came. An advice adds payer, charges and UETR to the entry that books it;
 * one without entry stands alone until the statement comes. A movement that several files tell of is one credit, under the number
 * somebody worked with. What was reversed is gone.
 */
export function incomingCredits(
  told: readonly BookEntry[],
  advices: readonly Advice[],
  options: CreditOptions,
): Incoming {
  const book = sameEntries(told)
  const gone = reversedKeys(book)
  const entries = book.filter(
    ({ key, entry }) =>
      entry.side === 'credit' && !entry.reversal && isPositive(entry.amount) && !gone.has(key),
  )
  const { joined, alone, ambiguous } = adviceOfEntry(entries, advices)
  const credits = [
    ...entries.map((one): IncomingCredit => {
      const { account, entry } = one
      const advice = joined.get(one.key)
      // A return among payments names the enterprise itself.
      const inward = entry.transactions.filter(({ side }) => side !== 'debit')
      const payers = new Set(inward.flatMap(({ payer }) => payer ?? []))
      const [onlyPayer = ''] = payers.size === 1 ? payers : []
      const country = entry.transactions.length === 1 ? entry.transactions[0]?.payerCountry : undefined
      const uetr = advice?.uetr ?? (entry.transactions.length === 1 ? entry.transactions[0]?.uetr : undefined)
      const money = {
        id: numberOf(one, advice, options),
        amount: entry.amount,
        currency: entry.currency,
        valueDate: entry.valueDate,
      }
      const text = textOf(entry) || (advice?.text ?? '')
      const who = { name: advice?.payer ?? onlyPayer, country: advice?.payerCountry ?? country }
      return incoming({ ...money, text, uetr, advice, who }, account, true, options)
    }),
    ...alone.map((advice): IncomingCredit => {
      const money = {
        id: adviceId(advice),
        amount: reaching(advice),
        currency: advice.currency,
        valueDate: advice.valueDate,
      }
      const who = { name: advice.payer ?? '', country: advice.payerCountry }
      const { text, uetr, payeeAccount = '' } = advice
      return incoming({ ...money, text, uetr, advice, who }, payeeAccount, false, options)
    }),
  ]
  const reversed = book.filter(({ key }) => gone.has(key)).map(({ account, entry }) => ({ account, entry }))
  return { credits, reversed, ambiguous }
}

/** The number of a credit: its entry's, unless somebody worked with what told of it before. */
function numberOf(one: SameEntry, advice: Advice | undefined, { worked }: CreditOptions): string {
  const own = creditIdOf({ ...one, entry: one.own })
  if (!worked || worked(own)) return own
  const others = [...one.also.map(creditIdOf), ...(advice ? [adviceId(advice)] : [])]
  return others.find((id) => worked(id)) ?? own
}

/** What the remittance says; a line of it that was wrapped stands beside the lines as they came. */
const textOf = ({ text, transactions }: Entry): string =>
  [text, ...transactions.flatMap((one) => (one.text && !text.includes(one.text) ? one.text : []))]
    .filter((part) => part !== '')
    .join(' ')

type Told = Pick<BankCredit, 'id' | 'amount' | 'currency' | 'valueDate'> & {
  text: string
  uetr: string | undefined
  advice: Advice | undefined
  who: { name: string; country: string | undefined }
}

function incoming(
  { text, uetr, advice, who, ...money }: Told,
  account: string,
  booked: boolean,
  { country3, relationOf, ownNames = [], institutionOf }: CreditOptions,
): IncomingCredit {
  const relation = who.name === '' ? undefined : relationOf?.(who.name)
  const country =
    who.country === undefined ? undefined : who.country.length === 3 ? who.country : country3(who.country)
  const institution = who.name === '' ? undefined : institutionOf?.(who.name)
  const credit: BankCredit = {
    ...money,
    channel: institution ? 'paymentInstitution' : 'bank',
    ...(institution && { institution }),
    ...(relation !== undefined && {
      payer: { name: who.name, relation, ...(country !== undefined && { country }) },
    }),
    ...(text !== '' && { remittanceInfo: text }),
    ...(uetr !== undefined && { uetr }),
    ...(advice && {
      charges: {
        bearer: advice.bearer,
        settled: { currency: advice.currency, amount: advice.amount },
        ...(advice.instructed && { instructed: advice.instructed }),
        ...(advice.senderCharges.length > 0 && { senderCharges: advice.senderCharges }),
        ...(advice.receiverCharges.length > 0 && { receiverCharges: advice.receiverCharges }),
      },
    }),
  }
  const own = who.name !== '' && ownNames.some((name) => sameText(name, who.name))
  return { credit, account, payerName: who.name, own, booked }
}

/** Numbers of known orders that a remittance text names, each once, in its order. A part of a longer number is none. */
export function ordersNamed(text: string, known: ReadonlySet<string>): string[] {
  const words = text
    .split(/[\s,;，；、/|()（）]+/)
    .flatMap((word) => [word, word.replace(/^[#:：]+|[.:：]+$/g, '')])
  return [...new Set(words.filter((word) => known.has(word)))]
}
