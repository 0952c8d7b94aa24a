import { mul, sum, toFixed } from '../../money/decimal'
import { cents } from '../../rules/explain'
import { claimKey } from '../keys'
import { amount, quantity, tableOf, text, type ExportTable, type TableColumn } from './table'

/** Head of a claim: whose, which period (YYYYMM), which batch. */
export type ClaimHead = { name: string; taxNo: string; period: string; batch: string }

/** A line of 《外贸企业出口退税出口明细申报表》. */
export type ExportDetail = {
  linkNo: string
  exportInvoiceNo: string
  declarationNo: string
  item: number
  agencyCertificateNo?: string
  exportDate: string
  hsCode: string
  name: string
  unit: string
  qty: string
  fobUsd: string
  /** The code under which it is claimed when it is not that of the declaration (the main material's, for example). */
  claimedCode?: string
  businessType?: string
  remark?: string
}

/** A line of 《外贸企业出口退税进货明细申报表》. */
export type PurchaseDetail = {
  linkNo: string
  tax: 'vat' | 'consumption'
  voucher: 'vatSpecial' | 'customsPayment' | 'consumptionPayment'
  voucherNo: string
  sellerTaxNo: string
  date: string
  hsCode: string
  name: string
  unit: string
  qty: string
  net: string
  levyRate: string
  rebateRate: string
  /** 从量: CNY for one of the unit, in place of both rates. */
  perUnit?: string
  refund: string
  businessType?: string
  remark?: string
}

const serial = (at: number): string => String(at + 1).padStart(8, '0')
/** Rates stand in the forms as percent with four digits. */
export const percent = (rate: string): string => toFixed(mul(rate, '100'), 4)
const trimmed = (value: string): string =>
  value.includes('.') ? value.replace(/0+$/, '').replace(/\.$/, '') : value

const periodColumns = <Row>({ period, batch }: ClaimHead): TableColumn<Row>[] => [
  text('申报年月', () => period),
  text('申报批次', () => batch),
]

const exportColumns = (head: ClaimHead): TableColumn<ExportDetail>[] => [
  text('序号', (_, at) => serial(at)),
  text('关联号', ({ linkNo }) => linkNo),
  text('出口发票号', ({ exportInvoiceNo }) => exportInvoiceNo),
  text('出口货物报关单号', ({ declarationNo, item }) => claimKey(declarationNo, item)),
  text('代理出口货物证明号', ({ agencyCertificateNo = '' }) => agencyCertificateNo),
  text('出口日期', ({ exportDate }) => exportDate),
  text('出口商品代码', ({ hsCode }) => hsCode),
  text('出口商品名称', ({ name }) => name),
  text('计量单位', ({ unit }) => unit),
  quantity('出口数量', ({ qty }) => trimmed(qty)),
  amount('美元离岸价', ({ fobUsd }) => cents(fobUsd)),
  text('申报商品代码', ({ claimedCode = '' }) => claimedCode),
  text('退（免）税业务类型', ({ businessType = '' }) => businessType),
  text('备注', ({ remark = '' }) => remark),
  ...periodColumns<ExportDetail>(head),
]

const voucherNames = {
  vatSpecial: '02|增值税专用发票',
  customsPayment: '海关进口增值税专用缴款书',
  consumptionPayment: '消费税专用缴款书',
} as const

/** A rate that is none says so, and that how it stands in the form is open. */
const remarkOf = ({ perUnit, unit, remark = '' }: PurchaseDetail): string =>
  perUnit === undefined
    ? remark
    : [`从量定额：数量 × 每${unit} ${perUnit} 元，列法口径待确认`, remark].filter(Boolean).join('；')

const purchaseColumns = (head: ClaimHead): TableColumn<PurchaseDetail>[] => [
  text('序号', (_, at) => serial(at)),
  text('关联号', ({ linkNo }) => linkNo),
  text('税种', ({ tax }) => (tax === 'vat' ? '增值税' : '消费税')),
  text('凭证种类', ({ voucher }) => voucherNames[voucher]),
  text('进货凭证号', ({ voucherNo }) => voucherNo),
  text('供货方纳税人识别号', ({ sellerTaxNo }) => sellerTaxNo),
  text('开票日期', ({ date }) => date),
  text('出口商品代码', ({ hsCode }) => hsCode),
  text('商品名称', ({ name }) => name),
  text('计量单位', ({ unit }) => unit),
  quantity('数量', ({ qty }) => trimmed(qty)),
  amount('计税金额', ({ net }) => cents(net)),
  quantity('征税率（%）', ({ levyRate, perUnit }) => perUnit ?? percent(levyRate)),
  quantity('退税率（%）', ({ rebateRate, perUnit }) => perUnit ?? percent(rebateRate)),
  amount('可退税额', ({ refund }) => cents(refund)),
  text('备注', remarkOf),
  ...periodColumns<PurchaseDetail>(head),
]

const preambleOf = (
  title: string,
  { name, taxNo, period, batch }: ClaimHead,
  more: string[] = [],
): string[] => [
  title,
  `纳税人识别号：${taxNo}　纳税人名称：${name}　申报年月：${period}　申报批次：${batch}`,
  ...more,
]

/** 出口明细 in the order of its link numbers. */
export const exportDetailTable = (head: ClaimHead, rows: readonly ExportDetail[]): ExportTable =>
  tableOf(
    '出口明细',
    preambleOf('外贸企业出口退税出口明细申报表', head),
    exportColumns(head),
    [...rows].sort(byLink),
  )

/** 进货明细, with the refund of each tax above. */
export function purchaseDetailTable(head: ClaimHead, rows: readonly PurchaseDetail[]): ExportTable {
  const of = (tax: PurchaseDetail['tax']) =>
    cents(sum(rows.filter((row) => row.tax === tax).map(({ refund }) => refund)))
  const [vat, consumption] = [of('vat'), of('consumption')]
  const totals = `申报退税额：${cents(sum([vat, consumption]))}　其中增值税：${vat}　消费税：${consumption}`
  return tableOf(
    '进货明细',
    preambleOf('外贸企业出口退税进货明细申报表', head, [totals]),
    purchaseColumns(head),
    [...rows].sort(byLink),
  )
}

const byLink = ({ linkNo: a }: { linkNo: string }, { linkNo: b }: { linkNo: string }): number =>
  a < b ? -1 : a > b ? 1 : 0

/** A line of 《出口业务收汇情况表》: several receipts of one declaration stand in several lines. */
export type ReceiptRow = {
  declarationNo: string
  item: number
  agencyCertificateNo?: string
  exportInvoiceNo: string
  salesCurrency: { code: string; name: string }
  sales: string
  salesRate: string
  receivedOn: string
  voucherNo: string
  receivedCurrency: { code: string; name: string }
  voucherTotal: string
  received: string
  receivedRate: string
  payer: string
  contractNo: string
}

const currencyName = ({ code, name }: ReceiptRow['salesCurrency']): string => `${code}|${name}`

export const receiptTable = (head: ClaimHead, rows: readonly ReceiptRow[]): ExportTable =>
  tableOf<ReceiptRow>(
    '出口业务收汇情况表',
    preambleOf('出口业务收汇情况表', head),
    [
      ...periodColumns<ReceiptRow>(head),
      text('出口货物报关单号', ({ declarationNo, item }) => claimKey(declarationNo, item)),
      text('代理出口货物证明号', ({ agencyCertificateNo = '' }) => agencyCertificateNo),
      text('出口发票号码', ({ exportInvoiceNo }) => exportInvoiceNo),
      text('出口货物销售额币种', ({ salesCurrency }) => currencyName(salesCurrency)),
      amount('销售额', ({ sales }) => cents(sales)),
      quantity('币种汇率', ({ salesRate }) => salesRate),
      amount('折合人民币金额', ({ sales, salesRate }) => cents(mul(sales, salesRate))),
      text('收汇日期', ({ receivedOn }) => receivedOn),
      text('收汇凭证号', ({ voucherNo }) => voucherNo),
      text('收汇币种', ({ receivedCurrency }) => currencyName(receivedCurrency)),
      amount('凭证总金额', ({ voucherTotal }) => cents(voucherTotal)),
      amount('收汇金额', ({ received }) => cents(received)),
      quantity('收汇币种汇率', ({ receivedRate }) => receivedRate),
      amount('收汇折合人民币金额', ({ received, receivedRate }) => cents(mul(received, receivedRate))),
      text('付汇人', ({ payer }) => payer),
      text('出口合同号', ({ contractNo }) => contractNo),
    ],
    rows,
  )
