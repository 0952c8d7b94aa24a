import type { Direction, ListMode, ModePath } from '../../model/mode'
import { listModeOf } from '../../model/mode'
import type { Template } from '../../model/template'
import type { Text } from '../../model/text'

/** Fields of a template that only some modes fill in. */
export const modeTemplateFields = [
  'iacCode',
  'iacName',
  'emsNo',
  'warehouseCountry',
  'assureCode',
  'departureCountry',
  'tradeCountry',
  'trafNo',
  'voyageNo',
  'billNo',
  'ieDate',
] as const
export type ModeTemplateField = (typeof modeTemplateFields)[number]

/** Of these, what a 清单 may go without, or usually has from a file: the template speaks where the file does not. */
export const optionalModeFields: ReadonlySet<string> = new Set<ModeTemplateField>([
  'warehouseCountry',
  'tradeCountry',
  'trafNo',
  'voyageNo',
  'billNo',
  'ieDate',
])

/** Fields of a template that every mode of export fills in, and no mode of import. */
export const exportFields = [
  'statisticsFlag',
  'ownerCode',
  'ownerName',
  'freight',
  'fCurrency',
  'fFlag',
  'insuredFee',
  'iCurrency',
  'iFlag',
  'ports',
] as const satisfies readonly (keyof Template)[]

/** Whether a template of this mode has a field: what belongs to other modes is neither asked nor kept. */
export function hasField({ direction, template }: ModeRule, field: string): boolean {
  const own = (modeTemplateFields as readonly string[]).includes(field)
  if (own) return (template as readonly string[]).includes(field)
  return direction === 'export' || !(exportFields as readonly string[]).includes(field)
}

/** What a 监管方式 changes about the documents of a 清单. Everything else is the same for all of them. */
export type ModeRule = {
  name: Text
  direction: Direction
  /** CEB303: E retail order, B order of a company, W 海外仓订仓单. CEB311: I. */
  orderType: 'E' | 'B' | 'W' | 'I'
  /**
   * `chosen`: A or B as goods or template say. `A`: these lists are not summarised (口径待确认); B only where an export
   * has goods that may not be simplified.
   */
  statistics: 'chosen' | 'A'
  /** Fields of the template that belong to this mode; the others of `ModeTemplateField` stay out of its documents. */
  template: readonly ModeTemplateField[]
  /** Whether each line names the goods in the bonded account book (账册备案料号). */
  recordNo: boolean
  /** `none`: nothing is sold yet, so there is no 收款单. `first`: customs compares the 支付单 with the order. */
  receipts: 'may-follow' | 'none' | 'first'
  /** What fields of the template are called in this mode, where that is not what they are called elsewhere. */
  labels: Readonly<Partial<Record<keyof Template, Text>>>
  /** Where this stands, and how sure it is. */
  source: string
}

const inland: ModeRule['labels'] = {
  portCode: { zh: '口岸海关', en: 'Customs of the port of entry' },
  iacCode: { zh: '区内企业代码', en: 'Code of the zone company' },
}

export const modeRules: Readonly<Record<ListMode, ModeRule>> = {
  '9610': {
    name: { zh: '9610 跨境电商零售出口', en: '9610 retail export' },
    direction: 'export',
    orderType: 'E',
    statistics: 'chosen',
    template: [],
    recordNo: false,
    receipts: 'may-follow',
    labels: {},
    source: '报文规范2022-05；公告2024-167：收款单自2024-12-15起不再要求',
  },
  '1210': {
    name: { zh: '1210 特殊区域零售出口（保税）', en: '1210 retail export from a bonded zone' },
    direction: 'export',
    orderType: 'E',
    statistics: 'chosen',
    template: ['iacCode', 'iacName', 'emsNo'],
    recordNo: true,
    receipts: 'may-follow',
    labels: {},
    source: '报文规范2022-05：特殊区域出口填区内企业、账册编号和备案料号',
  },
  '9710': {
    name: { zh: '9710 跨境电商B2B直接出口', en: '9710 B2B direct export' },
    direction: 'export',
    orderType: 'B',
    statistics: 'A',
    template: [],
    recordNo: false,
    receipts: 'may-follow',
    labels: {},
    source: '公告2020-75、2021-47；B2B清单不汇总形成报关单，口径待确认',
  },
  '9810': {
    name: { zh: '9810 跨境电商出口海外仓', en: '9810 export to an overseas warehouse' },
    direction: 'export',
    orderType: 'W',
    statistics: 'A',
    template: ['warehouseCountry'],
    recordNo: false,
    receipts: 'none',
    labels: {
      ebpCode: { zh: '海外仓代码（没有填 无）', en: 'Warehouse code (无 where there is none)' },
      ebpName: { zh: '海外仓名称', en: 'Overseas warehouse' },
    },
    source: '公告2020-75、2021-47；海外仓备案自2024-12-15起取消（公告2024-167）',
  },
  '9610-I': {
    name: { zh: '9610 直购进口（零售）', en: '9610 retail import, direct purchase' },
    direction: 'import',
    orderType: 'I',
    statistics: 'A',
    template: ['assureCode', 'departureCountry', 'tradeCountry', 'trafNo', 'voyageNo', 'billNo', 'ieDate'],
    recordNo: false,
    receipts: 'first',
    labels: inland,
    source: '报文规范2022-05：直购进口填起运国、运输工具、航次和提运单号',
  },
  '1210-I': {
    name: { zh: '1210 网购保税进口（零售）', en: '1210 retail import from a bonded zone' },
    direction: 'import',
    orderType: 'I',
    statistics: 'A',
    template: ['assureCode', 'tradeCountry', 'iacCode', 'iacName', 'emsNo'],
    recordNo: true,
    receipts: 'first',
    labels: inland,
    source: '报文规范2022-05：保税进口填账册编号、区内企业和备案料号',
  },
}

/** Whether the goods of an order that leaves so must have a number in the bonded account book. */
export function needsRecordNo(path: ModePath): boolean {
  const mode = listModeOf(path)
  return mode !== undefined && modeRules[mode].recordNo
}
