import { riskAnswers } from '#shared/model/rebate/export-line'
import type { Text } from '#shared/model/text'
import type { RebateAnswers } from '../../../data/port'

type Option = { value: string; label: Text }
export type Question = {
  key: keyof RebateAnswers
  label: Text
  /** `quantity`: a plain number; `fraction`: a rate from 0 to 1, as 0.13. */
  kind: 'yesNo' | 'choice' | 'many' | 'text' | 'quantity' | 'fraction' | 'day'
  options?: readonly Option[]
}

const options = (...all: [value: string, label: Text][]): Option[] =>
  all.map(([value, label]) => ({ value, label }))
const question = (
  key: keyof RebateAnswers,
  kind: Question['kind'],
  label: Text,
  of?: readonly Option[],
): Question => ({ key, kind, label, ...(of && { options: of }) })

const riskNames: Readonly<Record<(typeof riskAnswers)[number], Text>> = {
  falseFilingDocuments: { zh: '备案单证虚假', en: 'False filing papers' },
  forgedVoucher: { zh: '伪造、虚开凭证', en: 'Forged vouchers' },
  fakeSelfOperated: { zh: '假自营真代理', en: 'Agency posing as own business' },
  goodsNotOwned: { zh: '货物不属本企业', en: 'Goods are not its own' },
  refundSuspended: { zh: '停止退税期间', en: 'Refunds suspended' },
}

/**
 * What no paper tells and an officer answers, for a batch or for lines. An answer that is left out counts as no: the pre-check
 * never takes for granted what makes a refund.
 */
export const questions: readonly Question[] = [
  question('departed', 'yesNo', { zh: '已报关并实际离境', en: 'Declared and left the country' }),
  question('bookedAsSale', 'yesNo', { zh: '已按销售入账', en: 'Booked as a sale' }),
  question(
    'notBookedReason',
    'choice',
    { zh: '未入账原因', en: 'Why it is not booked' },
    options(
      ['sample', { zh: '样品', en: 'Sample' }],
      ['exhibit', { zh: '展品', en: 'Exhibit' }],
      ['unsoldOverseasWarehouse', { zh: '海外仓未售', en: 'Unsold in the warehouse' }],
      ['other', { zh: '其他', en: 'Other' }],
    ),
  ),
  question('soldQty', 'quantity', { zh: '海外仓已售数量（9810）', en: 'Sold abroad (9810)' }),
  question(
    'fxStatus',
    'choice',
    { zh: '收汇', en: 'Receipt' },
    options(
      ['collected', { zh: '已收汇', en: 'Collected' }],
      ['pending', { zh: '未到期', en: 'Not due yet' }],
      ['deemedCollected', { zh: '视同收汇', en: 'Taken as collected' }],
      ['cannotCollect', { zh: '不能收汇', en: 'Cannot be collected' }],
      ['overdue', { zh: '逾期未收汇', en: 'Overdue' }],
    ),
  ),
  question('fxContractDate', 'day', {
    zh: '合同约定收汇日期（晚于次年 4 月 30 日的）',
    en: 'Payment by contract (if after 30 April of the next year)',
  }),
  question(
    'goodsSource',
    'choice',
    { zh: '货物来源', en: 'Source of the goods' },
    options(
      ['purchased', { zh: '外购', en: 'Purchased' }],
      ['own', { zh: '自产', en: 'Own' }],
      ['deemedOwn', { zh: '视同自产', en: 'Taken as own' }],
      ['usedEquipment', { zh: '已使用过的设备', en: 'Used equipment' }],
    ),
  ),
  question(
    'buyer',
    'choice',
    { zh: '购买方', en: 'Buyer' },
    options(
      ['overseas', { zh: '境外单位或个人', en: 'Abroad' }],
      ['zoneEntity', { zh: '特殊区域内单位', en: 'In a special zone' }],
    ),
  ),
  question(
    'zoneEntry',
    'choice',
    { zh: '入特殊区域', en: 'Into a special zone' },
    options(
      ['comprehensiveBonded', { zh: '综合保税区', en: 'Comprehensive bonded zone' }],
      ['bondedPort', { zh: '保税港区', en: 'Bonded port' }],
      ['zhuhaiMacaoPark', { zh: '珠澳跨境工业区', en: 'Zhuhai-Macao park' }],
      ['bondedLogisticsB', { zh: '保税物流中心（B型）', en: 'Bonded logistics centre B' }],
    ),
  ),
  question('zoneExit', 'yesNo', { zh: '从特殊区域出境', en: 'Out of a special zone' }),
  question(
    'goodsClass',
    'choice',
    { zh: '货物类别', en: 'Class of goods' },
    options(
      ['general', { zh: '一般货物', en: 'General' }],
      ['dailyConsumer', { zh: '生活消费用品', en: 'Daily consumer goods' }],
      ['transportVehicle', { zh: '交通运输工具', en: 'Vehicles' }],
    ),
  ),
  question('noInvoiceExemptionClaimed', 'yesNo', { zh: '按无票免税办理', en: 'Exempt without invoice' }),
  question('otherPapersComplete', 'yesNo', { zh: '其他资料齐全', en: 'Other papers complete' }),
  question('inputUncredited', 'yesNo', { zh: '进项未抵扣', en: 'Input not credited' }),
  question(
    'cancelledListException',
    'choice',
    { zh: '取消退税清单的例外', en: 'Exception to the cancelled list' },
    options(
      ['bidWonMechanical', { zh: '中标机电产品', en: 'Bid-won machinery' }],
      ['listedRawMaterial', { zh: '列名原材料', en: 'Listed raw material' }],
      ['zoneGoods', { zh: '区内货物', en: 'Zone goods' }],
    ),
  ),
  question('entrusted', 'yesNo', { zh: '委托出口', en: 'Exported for another' }),
  question('agencyFormalities', 'yesNo', { zh: '代理手续齐备', en: 'Agency formalities exist' }),
  question('consumptionTaxGoods', 'yesNo', { zh: '消费税应税货物', en: 'Consumption tax goods' }),
  question('consumptionTaxRate', 'fraction', {
    zh: '消费税税率（从价，如 0.15）',
    en: 'Rate of consumption tax (ad valorem, as 0.15)',
  }),
  question('consumptionTaxPerUnit', 'quantity', {
    zh: '消费税单位税额（从量，元/计税单位）',
    en: 'Consumption tax per unit (by quantity, CNY)',
  }),
  question('consumptionTaxUnit', 'text', {
    zh: '消费税计税单位（报关单三个单位之一）',
    en: 'Unit it is taxed by (one of the declared)',
  }),
  question('consumptionTaxVoucher', 'text', {
    zh: '消费税专用缴款书号',
    en: 'Payment book of the consumption tax',
  }),
  question('originalValue', 'quantity', { zh: '设备原值（元）', en: 'Original value of the asset (CNY)' }),
  question('accumulatedDepreciation', 'quantity', {
    zh: '设备已提折旧（元）',
    en: 'Depreciation so far (CNY)',
  }),
  question('materialCode', 'text', {
    zh: '主要贵重原材料的商品代码',
    en: 'Goods code of the main precious material',
  }),
  question('materialShare', 'fraction', {
    zh: '主要原材料占成本比例（如 0.8）',
    en: 'Its share of the cost (as 0.8)',
  }),
  question('annex8', 'yesNo', { zh: '2026年第11号公告附件8所列', en: 'Of annex 8 of announcement 11' }),
  question(
    'riskAnswers',
    'many',
    { zh: '风险情形（有则征税）', en: 'Risks (they tax the goods)' },
    options(...riskAnswers.map((value): [string, Text] => [value, riskNames[value]])),
  ),
  question(
    'paperFaults',
    'many',
    { zh: '2013年第12号公告所列情形', en: 'Cases of announcement 12 of 2013' },
    options(
      ...Array.from({ length: 14 }, (_, at): [string, Text] => [
        String(at + 1),
        { zh: `第 ${at + 1} 项`, en: `Case ${at + 1}` },
      ]),
    ),
  ),
  question('exportInvoiceNo', 'text', { zh: '出口发票号', en: 'Export invoice' }),
  question('remark', 'text', { zh: '备注（申报明细表）', en: 'Remark (detail tables)' }),
  question('extensionCode', 'text', { zh: '商品扩展码', en: 'Extension code' }),
  question(
    'businessType',
    'choice',
    { zh: '退（免）税业务类型', en: 'Business type' },
    options(['HWC-YT', { zh: 'HWC-YT 海外仓预退', en: 'HWC-YT pre-refund of a warehouse' }]),
  ),
]

const shapes: Partial<Record<Question['kind'], RegExp>> = {
  quantity: /^\d+(\.\d+)?$/,
  fraction: /^(0(\.\d+)?|1(\.0+)?)$/,
}

/** Whether what stands in the form can be an answer: quantities are plain numbers, rates fractions. */
export const isShaped = ({ kind, key }: Question, answers: RebateAnswers): boolean =>
  answers[key] === undefined || (shapes[kind]?.test(String(answers[key])) ?? true)

/** An answer as the form holds it; '' where none was given. */
export function valueOf({ key, kind }: Question, answers: RebateAnswers): string | string[] {
  const value = answers[key]
  if (kind === 'many') return Array.isArray(value) ? value.map(String) : []
  if (value === undefined) return ''
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** Answers with one of them changed; an empty one is taken out. */
export function answered(
  answers: RebateAnswers,
  { key, kind }: Question,
  value: string | string[],
): RebateAnswers {
  const { [key]: _old, ...others } = answers
  if (value.length === 0) return others
  if (kind === 'yesNo') return { ...others, [key]: value === 'yes' }
  if (key === 'paperFaults') return { ...others, paperFaults: (value as string[]).map(Number) }
  return { ...others, [key]: value }
}
