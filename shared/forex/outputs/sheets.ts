import type { Text } from '../../model/text'
import type { CalendarEntry } from '../../rebate/deadlines/calendar'
import { amount, tableOf, text, type ExportTable } from '../../rebate/tables/table'
import { creditNatures, type CreditRow } from '../ledger/claims'
import type { Gap } from '../ledger/levels'
import { bridgeReasons, type MonthBridge, type Step } from '../ledger/month-bridge'
import type { ReceiptReport, ReceiptVerdict } from '../precheck'
import type { FormField, FormFault } from './form'

/** Whose figures a sheet shows, and on which law. */
export type SheetHead = { company: string; asOf: string; lawAsOf: string }

const preamble = (title: string, { company, asOf, lawAsOf }: SheetHead): string[] => [
  title,
  `企业：${company}　日期：${asOf}　法规截至：${lawAsOf}`,
]

const natureName = (nature: CreditRow['nature']): string =>
  nature === null ? '未认领' : creditNatures[nature].zh

/** 收汇台账. */
export const creditSheet = (head: SheetHead, rows: readonly CreditRow[]): ExportTable =>
  tableOf<CreditRow>(
    '收汇台账',
    preamble('收汇台账', head),
    [
      text('流水号', ({ id }) => id),
      text('起息日', ({ day }) => day),
      text('币种', ({ currency }) => currency),
      amount('入账金额', (row) => row.amount),
      text('性质', ({ nature }) => natureName(nature)),
      text('店铺', ({ shop = '' }) => shop),
      text('客户', ({ customer = '' }) => customer),
      amount('已匹配', ({ matched }) => matched),
      amount('已说明差异', ({ explained }) => explained),
      amount('未匹配', ({ left }) => left),
      text('账龄（天）', ({ ageDays }) => String(ageDays)),
      text('申报截止', ({ declareBy }) => declareBy ?? ''),
    ],
    rows,
  )

/** 预检结果: a receipt a row, with what holds it. */
export const verdictSheet = (head: SheetHead, { receipts }: Pick<ReceiptReport, 'receipts'>): ExportTable =>
  tableOf<ReceiptVerdict>(
    '结汇预检',
    [...preamble('结汇预检（本机预检，不代表银行审核结论）', head)],
    [
      text('流水号', ({ id }) => id),
      text('结论', ({ word }) => word.zh),
      text('币种', ({ currency }) => currency),
      amount('入账金额', ({ credited }) => credited),
      amount('关联金额', ({ matchedGross }) => matchedGross),
      amount('单证齐全', ({ supportedGross }) => supportedGross),
      amount('可提交', ({ eligible }) => eligible),
      amount('暂不可提交', ({ held }) => held),
      amount('需登记', ({ needsRegistration }) => needsRegistration),
      text('折美元可提交', ({ eligibleUsd }) => eligibleUsd ?? '缺折算率'),
      text('交易编码', ({ declare }) =>
        (declare.lines ?? declare.actual ?? []).map(({ code }) => code ?? '银行确认').join('、'),
      ),
      text('交易附言', ({ declare }) => declare.remark),
      text('申报截止', ({ declare }) => declare.dueDate ?? ''),
      text('原因', ({ findings }) =>
        findings
          .filter(({ severity }) => severity === 'block' || severity === 'review' || severity === 'hold')
          .map((one) => `${one.rule} ${one.text.zh}`)
          .join('；'),
      ),
    ],
    receipts,
  )

/** Any form as a sheet of two columns, what the bank fills or confirms named as such. */
export const formSheet = (
  head: SheetHead,
  title: string,
  { fields, faults }: { fields: readonly FormField[]; faults: readonly FormFault[] },
): ExportTable => {
  const by = { us: '', bank: '银行填写', confirm: '银行确认' } as const
  const wrong = new Map<string, string>()
  for (const { field, text: said } of faults)
    wrong.set(field, [wrong.get(field), said.zh].filter(Boolean).join('；'))
  return tableOf<FormField>(
    title,
    preamble(title, head),
    [
      text('栏目', ({ label }) => label.zh),
      text('内容', ({ value }) => value),
      text('填写', (one) => by[one.by]),
      text('接口字段', ({ bankName = '' }) => bankName),
      text('问题', ({ id }) => wrong.get(id) ?? ''),
    ],
    fields,
  )
}

/** 义务日历. */
export const dutySheet = (head: SheetHead, entries: readonly CalendarEntry[]): ExportTable =>
  tableOf<CalendarEntry>(
    '义务日历',
    preamble('义务日历', head),
    [
      text('日期', ({ day }) => day),
      text('事项', ({ title }) => title.zh),
      text('规则', ({ rule }) => rule),
      text('说明', ({ note }) => note.zh),
      text('状态', ({ day }) => (day < head.asOf ? '已过期' : '')),
    ],
    entries,
  )

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
const levelNames = { platform: '平台结算', institution: '机构账户', bank: '银行' } as const

/** 三层核对: every place where platform, institution and bank do not agree. */
export const gapSheet = (head: SheetHead, gaps: readonly Gap[]): ExportTable =>
  tableOf<Gap>(
    '三层核对',
    preamble('平台结算 → 机构账户 → 银行 核对', head),
    [
      text('层次', ({ level }) => levelNames[level]),
      text('问题', ({ kind }) => gapNames[kind].zh),
      text('对象', ({ target }) => target),
      text('币种', ({ currency }) => currency),
      amount('差额', ({ difference }) => difference),
    ],
    gaps,
  )

/** 月结勾稽表 of one month, shop and currency: a step a row, under it every difference that was told with its lines. */
export function bridgeSheet(head: SheetHead, bridge: MonthBridge, state: string): ExportTable {
  type Row = { step?: Step; told?: Step['told'][number] }
  const rows = bridge.steps.flatMap((step): Row[] => [{ step }, ...step.told.map((told) => ({ told }))])
  return tableOf<Row>(
    '月结勾稽表',
    [
      ...preamble('月结勾稽表', head),
      `月份：${bridge.month}　店铺：${bridge.shop}　币种：${bridge.currency}　状态：${state}`,
    ],
    [
      text(
        '勾稽关系',
        ({ step, told }) => step?.label.zh ?? `　${told ? bridgeReasons[told.reason].zh : ''}`,
      ),
      amount('应为', ({ step }) => step?.expected ?? ''),
      amount('实际', ({ step }) => step?.actual ?? ''),
      amount('差异', ({ step, told }) => step?.difference ?? told?.amount ?? ''),
      amount('未说明', ({ step }) => step?.open ?? ''),
      text('明细', ({ told }) => (told?.refs ?? []).join('、')),
      text('说明', ({ told }) => told?.note ?? ''),
    ],
    rows,
  )
}
