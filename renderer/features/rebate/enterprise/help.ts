import type { Text } from '#shared/model/text'
import type { FieldHelp } from '../../../app/help'
import { enterpriseSections } from './fields'
import { ruleSections } from './rule-fields'

/** What each field of the two forms wants; the title is the label of the field. */
const fills: Readonly<Record<string, Text>> = {
  'enterprise.name': { zh: '与税务登记一致', en: 'As registered with the tax office' },
  'enterprise.taxNo': {
    zh: '统一社会信用代码；进项发票的购方识别号须与它一致',
    en: 'The credit code; the buyer on purchase invoices must be it',
  },
  'enterprise.type': { zh: '按实际经营，决定退税办法', en: 'By the real business; it decides the method' },
  'enterprise.taxpayer': {
    zh: '出口日期为小规模的免税，不退税',
    en: 'Small-scale on the export date: exempt, never refunded',
  },
  'enterprise.taxpayerHistory': {
    zh: '有过变更的才填。每次写“日期 一般”或“日期 小规模”，逗号隔开，如 2025-07-01 小规模, 2026-01-01 一般',
    en: 'Only after changes. Each as day and general or small, a comma between, as 2025-07-01 small, 2026-01-01 general',
  },
  'enterprise.rebateFiled': {
    zh: '首次申报前须办出口退（免）税备案',
    en: 'The filing comes before the first claim',
  },
  'enterprise.rebateFiledOn': { zh: '备案办结的日期', en: 'Day the filing was done' },
  'enterprise.changedOn': {
    zh: '备案内容最近一次变更的日期',
    en: 'Day of the last change of what was filed',
  },
  'enterprise.updatedOn': { zh: '变更后 30 日内办理，填办结日期', en: 'Within 30 days of the change' },
  'enterprise.method': { zh: '备案表上的退税办法', en: 'The method on the filing' },
  'enterprise.class': {
    zh: '税务机关评定的类别，一至四类；影响办结时限（口径待确认）',
    en: 'Class given by the tax office; it decides how long a claim takes (unconfirmed)',
  },
  'enterprise.paperless': { zh: '四类企业不能无纸化申报', en: 'Class 4 cannot file without paper' },
  'enterprise.zoneName': { zh: '注册所在的综试区', en: 'Zone of registration' },
  'enterprise.zoneRegistered': { zh: '无票免税、核定征收都要求', en: 'Wanted for exemption without invoice' },
  'enterprise.platformRegistered': {
    zh: '在线上综合服务平台登记出口日期、品名、单位、数量、单价、金额',
    en: 'Day, name, unit, quantity, price and amount are registered on the platform',
  },
  'enterprise.listedManufacturer': {
    zh: '列名生产企业外购货物可按视同自产',
    en: 'Goods bought by a listed manufacturer count as own',
  },
  'enterprise.marketProcurementFiled': { zh: '1039 市场采购的经营者备案', en: 'Filed for mode 1039' },
  'enterprise.waiverFrom': { zh: '放弃声明次月 1 日', en: 'First of the month after the waiver' },
  'enterprise.waiverChoice': { zh: '放弃后 36 个月内不得变更', en: 'It holds for 36 months' },
  'enterprise.waiverResumedOn': { zh: '满 36 个月后恢复的日期', en: 'Day it was taken up again' },
  'rules.kind': { zh: '退税用人民币汇率中间价', en: 'For a rebate the central parity' },
  'rules.policy': {
    zh: '事先选定，12 个月内不变（增值税法实施条例第十七条）',
    en: 'Chosen ahead and kept 12 months (regulation, 17)',
  },
  'rules.from': { zh: '这样折算从哪一天的出口起', en: 'First day of export it holds for' },
  'rules.reason': { zh: '12 个月内变更才需要', en: 'Only inside 12 months' },
  'rules.firstDayGap': {
    zh: '元旦等 1 日没有牌价时怎么办，口径待确认；用了哪天，报告里写明',
    en: 'What holds when the first has no rate is unconfirmed; the day used is printed',
  },
  'rules.bandFrom': { zh: '低于它的关联号会提示', en: 'Links below it are warned of' },
  'rules.bandTo': { zh: '高于它的关联号会提示；各地区间不同', en: 'Links above it are warned of' },
  'rules.amountTolerance': {
    zh: '报关单、发票、合同、收汇金额之差',
    en: 'Between declaration, invoice and receipt',
  },
  'rules.invoiceAfterExportDays': { zh: '开票日期晚于出口日期的天数', en: 'Days from export to invoice' },
  'rules.netWeightTolerance': {
    zh: '装箱单、运输单与报关单净重之差',
    en: 'Between packing list and declaration',
  },
  'rules.serialDigits': { zh: '4 位或 8 位，已用的号不变', en: 'Used numbers stay' },
  'rules.withBatch': {
    zh: '号 = 所属期 + 批次 + 序号，或不含批次',
    en: 'Period, batch and serial, or without batch',
  },
}

const labels = [...enterpriseSections, ...ruleSections(true)].flatMap(({ fields }) => fields)

/** F1 on every field of the forms. */
export const formHelp: readonly FieldHelp[] = labels.flatMap(({ helpId, label }) => {
  const fill = fills[helpId.replace(/^rebate\./, '')]
  return fill ? [{ id: helpId, title: label, fill }] : []
})
