import type { RowError } from '../../model/import-report'
import { cmp, isDecimal, isZero, neg, sum } from '../../money/decimal'
import type { Money } from '../../model/forex/common'
import { problem } from './problems'
import {
  balanceProblems,
  type BankFile,
  type BankFormat,
  type Entry,
  type Statement,
  type Telling,
  type Transaction,
} from './statement'
import { realDay } from './swift'
import { all, at, readTree, textAt, XmlFault, type Node } from './xml-tree'

/** Root of each message and the element that is one account's report. */
const kinds: readonly { root: string; report: string; format: BankFormat; told?: Telling }[] = [
  { root: 'BkToCstmrAcctRpt', report: 'Rpt', format: 'camt052', told: 'report' },
  { root: 'BkToCstmrStmt', report: 'Stmt', format: 'camt053' },
  { root: 'BkToCstmrDbtCdtNtfctn', report: 'Ntfctn', format: 'camt054', told: 'notification' },
]

const OPENING = ['OPBD', 'PRCD']
const CLOSING = ['CLBD']
/** Booked so far: where a page ends and the next begins, or a report of the day stands. */
const INTERIM = ['ITBD']

/** Read camt.052, 053 or 054 of any version: booked entries count, announced ones are kept apart. */
export function readCamt(xml: string): BankFile {
  let tree: Node
  try {
    tree = readTree(xml)
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
    const rule = error.kind === 'doctype' ? 'bank.xml-doctype' : 'bank.xml'
    return {
      format: 'camt053',
      statements: [],
      advices: [],
      problems: [problem(rule, error.line, '', error.message)],
    }
  }
  // Banks wrap the document in an envelope with a header of its own.
  const document = at(tree, 'Document') ?? tree.children.flatMap((one) => at(one, 'Document') ?? [])[0]
  const rootOf = (name: string) => document?.children.find((one) => one.name.replace(/V\d+$/, '') === name)
  const kind = kinds.find(({ root }) => rootOf(root))
  if (!kind) {
    return { format: 'camt053', statements: [], advices: [], problems: [problem('bank.unknown-format', 1)] }
  }
  const problems: RowError[] = []
  const { told } = kind
  const statements = all(rootOf(kind.root), kind.report).map((node) => ({
    ...readReport(node, problems),
    ...(told && { told }),
  }))
  problems.push(...balanceProblems(statements))
  return { format: kind.format, statements, advices: [], problems }
}

function readReport(node: Node, problems: RowError[]): Statement {
  const account = at(node, 'Acct')
  const balances = all(node, 'Bal')
  const codeOf = (one: Node) =>
    textAt(one, 'Tp', 'CdOrPrtry', 'Cd') ?? textAt(one, 'Tp', 'CdOrPrtry', 'Prtry')
  const ofKind = (codes: readonly string[]) =>
    codes.flatMap((code) => balances.filter((one) => codeOf(one) === code))
  const stated = ofKind(OPENING)[0] ?? ofKind(CLOSING)[0] ?? balances[0] ?? at(node, 'Ntry')
  const currency = textAt(account, 'Ccy') ?? money(stated)?.currency ?? ''
  const here = (one: Node) => money(one)?.currency === currency
  const interim = ofKind(INTERIM).filter(here)
  const closed = ofKind(CLOSING).filter(here).at(-1)
  // A page in the middle opens and closes with an interim balance; the first of two is the opening.
  const opening = ofKind(OPENING).find(here) ?? (closed || interim.length > 1 ? interim[0] : undefined)
  const closing = closed ?? interim.findLast((one) => one !== opening)
  const reference = textAt(node, 'Id')
  const number = textAt(node, 'ElctrncSeqNb') ?? textAt(node, 'LglSeqNb')
  const statement: Statement = {
    line: node.line,
    account: textAt(account, 'Id', 'IBAN') ?? textAt(account, 'Id', 'Othr', 'Id') ?? '',
    currency,
    ...(reference !== undefined && { reference }),
    ...(number !== undefined && { number }),
    entries: [],
    pending: [],
  }
  const [from, to] = [opening && signed(opening), closing && signed(closing)]
  const [openedOn, closedOn] = [dayOf(at(opening, 'Dt')), dayOf(at(closing, 'Dt'))]
  if (from !== undefined) statement.opening = from
  if (to !== undefined) statement.closing = to
  if (openedOn !== undefined) statement.openedOn = openedOn
  if (closedOn !== undefined) statement.closedOn = closedOn
  for (const entry of all(node, 'Ntry')) {
    const read = readEntry(entry, problems)
    if (!read) continue
    const status = textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts') ?? 'BOOK'
    if (status === 'BOOK') statement.entries.push(read)
    else statement.pending.push(read)
  }
  return statement
}

function readEntry(node: Node, problems: RowError[]): Entry | undefined {
  const amount = money(node)
  const mark = textAt(node, 'CdtDbtInd')
  if (!amount || (mark !== 'CRDT' && mark !== 'DBIT')) {
    const field = amount ? 'CdtDbtInd' : 'Amt'
    problems.push(problem('bank.field', node.line, `Ntry/${field}`, textAt(node, field) ?? ''))
    return undefined
  }
  const bookedOn = dayOf(at(node, 'BookgDt'))
  const valueDate = dayOf(at(node, 'ValDt')) ?? bookedOn
  if (valueDate === undefined) {
    problems.push(problem('bank.missing-field', node.line, 'Ntry/ValDt'))
    return undefined
  }
  const details = all(node, 'NtryDtls').flatMap((one) => all(one, 'TxDtls'))
  const transactions = details.map((one) => readTransaction(one, mark))
  checkBatch(node, amount, details, problems)
  const reference = textAt(node, 'NtryRef')
  const bankReference = textAt(node, 'AcctSvcrRef')
  const code = textAt(node, 'BkTxCd', 'Domn', 'Fmly', 'SubFmlyCd') ?? textAt(node, 'BkTxCd', 'Prtry', 'Cd')
  const remarks = [textAt(node, 'AddtlNtryInf'), ...transactions.map(({ text }) => text)]
  return {
    line: node.line,
    side: mark === 'CRDT' ? 'credit' : 'debit',
    reversal: isReversal(node),
    amount: amount.amount,
    currency: amount.currency,
    valueDate,
    ...(bookedOn !== undefined && { bookedOn }),
    ...(code !== undefined && { code }),
    ...(reference !== undefined && { reference }),
    ...(bankReference !== undefined && { bankReference }),
    text: remarks.filter((text) => text !== undefined).join(' '),
    transactions,
  }
}

const isReversal = (node: Node): boolean => /^(true|1)$/.test(textAt(node, 'RvslInd') ?? '')

/** A batch of several transactions in one currency is their sum; charges apart, anything else is remarked. */
function checkBatch(node: Node, entry: Money, details: readonly Node[], problems: RowError[]): void {
  const amounts = details.map((one) => money(one) ?? money(at(one, 'AmtDtls', 'TxAmt')))
  for (const part of all(node, 'NtryDtls')) {
    const count = all(part, 'TxDtls').length
    const stated = textAt(part, 'Btch', 'NbOfTxs')
    // A batch may come without its transactions; some of them alone are a file that was cut.
    if (count > 0 && stated !== undefined && Number(stated) !== count)
      problems.push(problem('bank.batch-count', part.line, 'Btch/NbOfTxs', stated, { count: String(count) }))
  }
  if (amounts.length < 2 || amounts.some((one) => one?.currency !== entry.currency)) return
  // A transaction of the other side, a return among payments, counts against the batch.
  const side = textAt(node, 'CdtDbtInd')
  const computed = sum(
    amounts.map((one, place) => {
      const own = textAt(details[place], 'CdtDbtInd') ?? side
      return own === side ? (one?.amount ?? '0') : neg(one?.amount ?? '0')
    }),
  )
  // What a reversal takes back may still stand on the side it was booked on.
  const turned = isReversal(node) && cmp(neg(computed), entry.amount) === 0
  if (cmp(computed, entry.amount) !== 0 && !turned) {
    problems.push(problem('bank.batch-sum', node.line, 'NtryDtls', entry.amount, { computed }))
  }
}

function readTransaction(node: Node, entryMark: string): Transaction {
  const mark = textAt(node, 'CdtDbtInd')
  const own = mark === 'CRDT' ? 'credit' : mark === 'DBIT' ? 'debit' : undefined
  const details = at(node, 'AmtDtls')
  const party = (role: string) =>
    textAt(node, 'RltdPties', role, 'Nm') ?? textAt(node, 'RltdPties', role, 'Pty', 'Nm')
  const country = ['Dbtr', 'UltmtDbtr'].flatMap(
    (role) =>
      textAt(node, 'RltdPties', role, 'PstlAdr', 'Ctry') ??
      textAt(node, 'RltdPties', role, 'Pty', 'PstlAdr', 'Ctry') ??
      [],
  )[0]
  const remittance = at(node, 'RmtInf')
  const text = [
    ...all(remittance, 'Ustrd').map((one) => one.text.trim()),
    ...all(remittance, 'Strd').flatMap((one) => textAt(one, 'CdtrRefInf', 'Ref') ?? []),
  ].join(' ')
  const values: Partial<Transaction> = {
    side: mark === entryMark ? undefined : own,
    amount: money(node) ?? money(at(details, 'TxAmt')),
    instructed: money(at(details, 'InstdAmt')),
    booked: money(at(details, 'TxAmt')) ?? money(at(details, 'CntrValAmt')),
    rate: rateOf(details),
    charges: chargesOf(node),
    reference: textAt(node, 'Refs', 'EndToEndId') ?? textAt(node, 'Refs', 'TxId'),
    uetr: textAt(node, 'Refs', 'UETR'),
    payer: party('Dbtr') ?? party('UltmtDbtr'),
    payerCountry: country,
    payee: party('Cdtr'),
    text: text === '' ? undefined : text,
  } as Partial<Transaction>
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
}

function rateOf(details: Node | undefined): string | undefined {
  for (const part of ['CntrValAmt', 'TxAmt', 'InstdAmt']) {
    const rate = textAt(details, part, 'CcyXchg', 'XchgRate')
    if (rate !== undefined && isDecimal(rate)) return rate
  }
  return undefined
}

function chargesOf(node: Node): Money | undefined {
  const charges = at(node, 'Chrgs')
  const total = at(charges, 'TtlChrgsAndTaxAmt')
  if (total) return moneyOf(total)
  const records = [...all(charges, 'Rcrd'), ...(at(charges, 'Amt') && charges ? [charges] : [])].flatMap(
    (one) => money(one) ?? [],
  )
  const [head] = records
  if (!head || records.some(({ currency }) => currency !== head.currency)) return undefined
  return { currency: head.currency, amount: sum(records.map(({ amount }) => amount)) }
}

const money = (node: Node | undefined): Money | undefined => {
  const amount = at(node, 'Amt')
  return amount && moneyOf(amount)
}

/** A number of XML Schema as a decimal text: `+10`, `10.` and `.5` are numbers there. */
const plainDecimal = (text: string): string =>
  text
    .replace(/^\+/, '')
    .replace(/^(-?)\./, '$10.')
    .replace(/\.$/, '')

function moneyOf(node: Node): Money | undefined {
  const text = plainDecimal(node.text.trim())
  const currency = node.attributes['Ccy']
  return currency !== undefined && isDecimal(text) ? { currency, amount: text } : undefined
}

function signed(balance: Node): string | undefined {
  const amount = money(balance)?.amount
  if (amount === undefined) return undefined
  return textAt(balance, 'CdtDbtInd') === 'DBIT' && !isZero(amount) ? neg(amount) : amount
}

const dayOf = (node: Node | undefined): string | undefined =>
  realDay((textAt(node, 'Dt') ?? textAt(node, 'DtTm') ?? '').slice(0, 10))
