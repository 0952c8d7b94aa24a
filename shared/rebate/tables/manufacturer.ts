import { cmp, mul, sub } from '../../money/decimal'
import { cents, type Explained } from '../../rules/explain'
import { claimKey } from '../keys'
import { amount, quantity, tableOf, text, type ExportTable } from './table'
import { percent, type ClaimHead } from './trading'

/** A line of 《生产企业出口货物及修理修配服务免抵退税申报明细表》. */
export type EcrDetail = {
  exportInvoiceNo: string
  declarationNo: string
  item: number
  agencyCertificateNo?: string
  exportDate: string
  hsCode: string
  name: string
  unit: string
  qty: string
  currency: string
  total: string
  fx: string
  fobCny: string
  usdRate: string
  fobUsd: string
  levyRate: string
  rebateRate: string
  handbookNo?: string
  plannedRatio?: string
  adjustedRatio?: string
  bondedMaterial?: string
  exemptMaterial?: string
  businessType?: string
  businessTypeName?: string
  remark?: string
}

/** FOB × (levy − rebate), never below 0, and FOB × rebate: both before the offsets of the summary. */
const gap = ({ fobCny, levyRate, rebateRate }: EcrDetail): string => {
  const rate = sub(levyRate, rebateRate)
  return cents(mul(fobCny, cmp(rate, '0') > 0 ? rate : '0'))
}

export const ecrDetailTable = (head: ClaimHead, rows: readonly EcrDetail[]): ExportTable =>
  tableOf<EcrDetail>(
    '免抵退税申报明细',
    [
      '生产企业出口货物及修理修配服务免抵退税申报明细表',
      `纳税人识别号：${head.taxNo}　纳税人名称：${head.name}　所属期：${head.period}　申报批次：${head.batch}`,
    ],
    [
      text('所属期', () => head.period),
      text('申报序号', (_, at) => String(at + 1).padStart(8, '0')),
      text('出口发票号', (row) => row.exportInvoiceNo),
      text('出口货物报关单号', (row) => claimKey(row.declarationNo, row.item)),
      text('代理出口货物证明号', (row) => row.agencyCertificateNo ?? ''),
      text('出口日期', (row) => row.exportDate),
      text('出口商品代码', (row) => row.hsCode),
      text('商品名称', (row) => row.name),
      text('计量单位', (row) => row.unit),
      quantity('出口数量', (row) => row.qty),
      text('成交币制', (row) => row.currency),
      amount('成交总价', (row) => cents(row.total)),
      quantity('成交币汇率', (row) => row.fx),
      amount('人民币离岸价', (row) => cents(row.fobCny)),
      quantity('美元汇率', (row) => row.usdRate),
      amount('美元离岸价', (row) => cents(row.fobUsd)),
      quantity('征税率（%）', (row) => percent(row.levyRate)),
      quantity('退税率（%）', (row) => percent(row.rebateRate)),
      text('进料加工手（账）册号', (row) => row.handbookNo ?? ''),
      quantity('计划分配率', (row) => row.plannedRatio ?? ''),
      quantity('调整后计划分配率', (row) => row.adjustedRatio ?? ''),
      amount('保税进口料件组成计税价格', (row) =>
        row.bondedMaterial === undefined ? '' : cents(row.bondedMaterial),
      ),
      amount('国内购进免税原材料价格', (row) =>
        row.exemptMaterial === undefined ? '' : cents(row.exemptMaterial),
      ),
      amount('不得免征和抵扣税额', gap),
      amount('免抵退税额', (row) => cents(mul(row.fobCny, row.rebateRate))),
      text('业务类型代码', (row) => row.businessType ?? ''),
      text('业务类型名称', (row) => row.businessTypeName ?? ''),
      text('备注', (row) => row.remark ?? ''),
    ],
    rows,
  )

const summaryLines: readonly [title: string, figure: string][] = [
  ['出口销售额（人民币）', 'fobCny'],
  ['免税购进原材料', 'exemptMaterial'],
  ['不得免征和抵扣税额抵减额', 'nonCreditableOffset'],
  ['不得免征和抵扣税额', 'nonCreditable'],
  ['不得免征和抵扣税额抵减额结转下期', 'nonCreditableOffsetCarryOut'],
  ['免抵退税额抵减额', 'ecrOffset'],
  ['免抵退税额', 'ecrTax'],
  ['免抵退税额抵减额结转下期', 'ecrOffsetCarryOut'],
  ['当期应纳税额', 'taxPayable'],
  ['增值税期末留抵税额', 'endCredit'],
  ['应退税额', 'refund'],
  ['免抵税额', 'exemptCredit'],
  ['结转下期留抵税额', 'carryOut'],
]

/** What the officer typed from the VAT return, by figure; stands beside ours with the difference. */
export type TypedReturn = Readonly<Partial<Record<'nonCreditable' | 'taxPayable' | 'endCredit', string>>>

/** 免抵退税申报汇总: the figures of a period, the VAT return beside them, and what each was made by. */
export function ecrSummaryTable(
  head: ClaimHead,
  figures: readonly Explained[],
  typed: TypedReturn = {},
): ExportTable {
  const by = new Map(figures.map((figure) => [figure.figure, figure]))
  const rows = summaryLines.flatMap(([title, name]) => {
    const figure = by.get(name)
    return figure ? [{ title, figure, stated: typed[name as keyof TypedReturn] }] : []
  })
  return tableOf<(typeof rows)[number]>(
    '免抵退税申报汇总',
    ['免抵退税申报汇总表', `纳税人识别号：${head.taxNo}　纳税人名称：${head.name}　所属期：${head.period}`],
    [
      text('项目', ({ title }) => title),
      amount('本期', ({ figure }) => cents(figure.value)),
      amount('纳税申报表', ({ stated }) => (stated === undefined ? '' : cents(stated))),
      amount('与纳税申报表差额', ({ figure, stated }) =>
        stated === undefined ? '' : cents(sub(figure.value, stated)),
      ),
      text('计算公式', ({ figure }) => figure.formula.zh),
      text('依据规则', ({ figure }) => figure.rule),
    ],
    rows,
  )
}
