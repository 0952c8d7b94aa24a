import type { Language, Text } from '../../model/text'
import type { CalendarEntry } from '../../rebate/deadlines/calendar'
import { amount, tableOf, text, type ExportTable } from '../../rebate/tables/table'
import { written } from '../amount'
import { creditNatures, type CreditRow } from '../ledger/claims'
import type { Gap } from '../ledger/levels'
import { bridgeReasons, type MonthBridge, type Step } from '../ledger/month-bridge'
import type { ReceiptReport } from '../precheck'
import type { ReceiptVerdict } from '../receipt-verdict'
import { formTitles, type FormFault, type FormField } from './form'

/** Whose figures a sheet shows, on which law, in which language. */
export type SheetHead = { company: string; asOf: string; lawAsOf: string; language: Language }

type Words = readonly [zh: string, en: string]

/** Texts, titles and columns of a sheet in the language of its reader. */
function wording({ company, asOf, lawAsOf, language }: SheetHead) {
  const say = ([zh, en]: Words): string => (language === 'zh' ? zh : en)
  return {
    say,
    show: (words: Text): string => words[language],
    list: (parts: readonly string[]): string => parts.join(language === 'zh' ? '、' : ', '),
    lines: (parts: readonly string[]): string => parts.join(language === 'zh' ? '；' : '; '),
    preamble: (title: Words): string[] => [
      say(title),
      say([
        `企业：${company}　日期：${asOf}　法规截至：${lawAsOf}`,
        `Enterprise: ${company}　Date: ${asOf}　Law as of: ${lawAsOf}`,
      ]),
    ],
    text: <Row>(title: Words, value: (row: Row) => string) => text<Row>(say(title), value),
    amount: <Row>(title: Words, value: (row: Row) => string) => amount<Row>(say(title), value),
  }
}

/** 收汇台账. */
export function creditSheet(head: SheetHead, rows: readonly CreditRow[]): ExportTable {
  const { say, show, preamble, text, amount } = wording(head)
  const title: Words = ['收汇台账', 'Ledger of receipts']
  return tableOf<CreditRow>(
    say(title),
    preamble(title),
    [
      text(['流水号', 'Number'], ({ id }) => id),
      text(['起息日', 'Value date'], ({ day }) => day),
      text(['币种', 'Currency'], ({ currency }) => currency),
      amount(['入账金额', 'Credited'], (row) => written(row.amount, row.currency)),
      text(['性质', 'Nature'], ({ nature }) =>
        nature === null ? say(['未认领', 'Not claimed']) : show(creditNatures[nature]),
      ),
      text(['店铺', 'Shop'], ({ shop = '' }) => shop),
      text(['客户', 'Customer'], ({ customer = '' }) => customer),
      amount(['已匹配', 'Matched'], ({ matched, currency }) => written(matched, currency)),
      amount(['已说明差异', 'Differences told'], ({ explained, currency }) => written(explained, currency)),
      amount(['未匹配', 'Left'], ({ left, currency }) => written(left, currency)),
      text(['账龄（天）', 'Age, days'], ({ ageDays }) => String(ageDays)),
      text(['申报截止', 'Declare by'], ({ declareBy }) => declareBy ?? ''),
    ],
    rows,
  )
}

const holds: ReadonlySet<string> = new Set(['block', 'review', 'hold'])

/** 预检结果: a receipt a row, with what holds it. */
export function verdictSheet(head: SheetHead, { receipts }: Pick<ReceiptReport, 'receipts'>): ExportTable {
  const { say, show, list, lines, preamble, text, amount } = wording(head)
  return tableOf<ReceiptVerdict>(
    say(['结汇预检', 'Pre-check']),
    preamble([
      '结汇预检（本机预检，不代表银行审核结论）',
      'Pre-check of receipts (made on this computer; not the decision of a bank)',
    ]),
    [
      text(['流水号', 'Number'], ({ id }) => id),
      text(['结论', 'Result'], ({ word }) => show(word)),
      text(['币种', 'Currency'], ({ currency }) => currency),
      amount(['入账金额', 'Credited'], ({ credited, currency }) => written(credited, currency)),
      amount(['关联金额', 'Linked'], ({ matchedGross }) => matchedGross),
      amount(['单证齐全', 'Supported by papers'], ({ supportedGross }) => supportedGross),
      amount(['可提交', 'Ready to present'], ({ eligible }) => eligible),
      amount(['暂不可提交', 'Held'], ({ held }) => held),
      amount(['需登记', 'Needs registration'], ({ needsRegistration }) => needsRegistration),
      text(
        ['折美元可提交', 'Ready, in USD'],
        ({ eligibleUsd }) => eligibleUsd ?? say(['缺折算率', 'no rate']),
      ),
      text(['交易编码', 'Codes'], ({ declare }) =>
        list(
          (declare.lines ?? declare.actual ?? []).map(
            ({ code }) => code ?? say(['银行确认', 'the bank decides']),
          ),
        ),
      ),
      text(['交易附言', 'Remark'], ({ declare }) => declare.remark),
      text(['申报截止', 'Declare by'], ({ declare }) => declare.dueDate ?? ''),
      text(['原因', 'Reasons'], ({ findings }) =>
        lines(
          findings
            .filter(({ severity }) => holds.has(severity))
            .map((one) => `${one.rule} ${show(one.text)}`),
        ),
      ),
    ],
    receipts,
  )
}

/**
 * Any form as a sheet of two columns, what the bank fills or confirms named as such. The form itself is Chinese: a word of one
 * of its lists stands beside its translation.
 */
export function formSheet(
  head: SheetHead,
  form: keyof typeof formTitles,
  { fields, faults }: { fields: readonly FormField[]; faults: readonly FormFault[] },
): ExportTable {
  const { say, show, lines, preamble, text } = wording(head)
  const by = {
    us: '',
    bank: say(['银行填写', 'the bank fills it in']),
    confirm: say(['银行确认', 'the bank decides']),
  } as const
  const wrong = new Map<string, string>()
  for (const { field, text: said } of faults) {
    wrong.set(field, lines([wrong.get(field) ?? '', show(said)].filter(Boolean)))
  }
  const { zh, en } = formTitles[form]
  return tableOf<FormField>(
    say([zh, en]),
    preamble([zh, `${en} (${zh})`]),
    [
      text(['栏目', 'Field'], ({ label }) => show(label)),
      text(['内容', 'Content'], ({ value, meaning }) =>
        meaning === undefined ? value : say([value, `${value} (${meaning.en})`]),
      ),
      ...(fields.some(({ exact }) => exact !== undefined)
        ? [text<FormField>(['原币金额（到最小单位）', 'To the last minor unit'], ({ exact = '' }) => exact)]
        : []),
      text(['填写', 'By'], (one) => by[one.by]),
      text(['接口字段', 'Name at the bank'], ({ bankName = '' }) => bankName),
      text(['问题', 'Problem'], ({ id }) => wrong.get(id) ?? ''),
    ],
    fields,
  )
}

/** 义务日历. */
export function dutySheet(head: SheetHead, entries: readonly CalendarEntry[]): ExportTable {
  const { say, show, preamble, text } = wording(head)
  const title: Words = ['义务日历', 'Calendar of duties']
  return tableOf<CalendarEntry>(
    say(title),
    preamble(title),
    [
      text(['日期', 'Day'], ({ day }) => day),
      text(['事项', 'Duty'], (entry) => show(entry.title)),
      text(['规则', 'Rule'], ({ rule }) => rule),
      text(['说明', 'What to do'], ({ note }) => show(note)),
      text(['状态', 'State'], ({ day }) => (day < head.asOf ? say(['已过期', 'overdue']) : '')),
    ],
    entries,
  )
}

const gapNames: Readonly<Record<Gap['kind'], Text>> = {
  settlementNotBalanced: { zh: '结算单各行合计与放款不等', en: 'A settlement is not its lines' },
  payoutNotArrived: { zh: '平台放款未入机构账户', en: 'A payout did not arrive' },
  payoutDiffers: { zh: '入机构账户金额不等于放款', en: 'A payout arrived with another amount' },
  accountNotBalanced: { zh: '机构账户不平', en: 'An account does not balance' },
  conversionIncomplete: { zh: '兑换缺一边', en: 'A conversion has one leg' },
  withdrawalNotArrived: { zh: '提现未到银行', en: 'A withdrawal did not arrive' },
  withdrawalDiffers: { zh: '到银行金额不等于提现', en: 'A credit is not its withdrawals' },
  creditWithoutWithdrawal: { zh: '银行收款没有对应提现', en: 'A credit has no withdrawal' },
}
const levelNames: Readonly<Record<Gap['level'], Text>> = {
  platform: { zh: '平台结算', en: 'Platform settlement' },
  institution: { zh: '机构账户', en: 'Account at the institution' },
  bank: { zh: '银行', en: 'Bank' },
}

/** 三层核对: every place where platform, institution and bank do not agree. */
export function gapSheet(head: SheetHead, gaps: readonly Gap[]): ExportTable {
  const { say, show, preamble, text, amount } = wording(head)
  return tableOf<Gap>(
    say(['三层核对', 'Three levels']),
    preamble(['平台结算 → 机构账户 → 银行 核对', 'Platform settlement → institution → bank']),
    [
      text(['层次', 'Level'], ({ level }) => show(levelNames[level])),
      text(['问题', 'Problem'], ({ kind }) => show(gapNames[kind])),
      text(['对象', 'Of'], ({ target }) => target),
      text(['币种', 'Currency'], ({ currency }) => currency),
      amount(['差额', 'Difference'], ({ difference, currency: of }) => written(difference, of)),
    ],
    gaps,
  )
}

/** 月结勾稽表 of one month, shop and currency: a step a row, under it every difference that was told with its lines. */
export function bridgeSheet(head: SheetHead, bridge: MonthBridge, state: Text): ExportTable {
  type Row = { step?: Step; told?: Step['told'][number] }
  const { say, show, list, preamble, text, amount } = wording(head)
  const rows = bridge.steps.flatMap((step): Row[] => [{ step }, ...step.told.map((told) => ({ told }))])
  const title: Words = ['月结勾稽表', 'Month-end bridge']
  const { month, shop, currency } = bridge
  const money = (value: string | undefined): string => (value === undefined ? '' : written(value, currency))
  return tableOf<Row>(
    say(title),
    [
      ...preamble(title),
      say([
        `月份：${month}　店铺：${shop}　币种：${currency}　状态：${state.zh}`,
        `Month: ${month}　Shop: ${shop}　Currency: ${currency}　State: ${state.en}`,
      ]),
    ],
    [
      text(['勾稽关系', 'Step'], ({ step, told }) =>
        step ? show(step.label) : `　${told ? show(bridgeReasons[told.reason]) : ''}`,
      ),
      amount(['应为', 'Expected'], ({ step }) => money(step?.expected)),
      amount(['实际', 'Actual'], ({ step }) => money(step?.actual)),
      amount(['差异', 'Difference'], ({ step, told }) => money(step?.difference ?? told?.amount)),
      amount(['未说明', 'Not told'], ({ step }) => money(step?.open)),
      text(['明细', 'Lines'], ({ told }) => list(told?.refs ?? [])),
      text(['说明', 'Note'], ({ told }) => told?.note ?? ''),
    ],
    rows,
  )
}
