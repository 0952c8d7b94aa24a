import { listModeOf, type ExportMode, type ModePath } from '../../model/mode'
import type { Text } from '../../model/text'

/** Fields of a template that only some modes fill in. */
export type ModeTemplateField = 'iacCode' | 'iacName' | 'emsNo' | 'warehouseCountry'

/** What a 监管方式 changes about the documents of a 清单. Everything else is the same for all of them. */
export type ModeRule = {
  name: Text
  /** CEB303: E retail order, B order of a company, W 海外仓订仓单. */
  orderType: 'E' | 'B' | 'W'
  /** `chosen`: A or B as goods or template say. `A`: always A, because these lists are not summarised (口径待确认). */
  statistics: 'chosen' | 'A'
  /** Fields of the template that belong to this mode; the others of `ModeTemplateField` stay out of its documents. */
  template: readonly ModeTemplateField[]
  /** Whether each line names the goods in the bonded account book (账册备案料号). */
  recordNo: boolean
  /** `none`: nothing is sold yet, so there is no 收款单. */
  receipts: 'may-follow' | 'none'
  /** What ebpCode and ebpName stand for. */
  ebp: { code: Text; name: Text }
  /** Where this stands, and how sure it is. */
  source: string
}

const platform = {
  code: { zh: '平台代码', en: 'Platform code' },
  name: { zh: '平台名称', en: 'Platform' },
}

export const modeRules: Readonly<Record<ExportMode, ModeRule>> = {
  '9610': {
    name: { zh: '9610 跨境电商零售出口', en: '9610 retail export' },
    orderType: 'E',
    statistics: 'chosen',
    template: [],
    recordNo: false,
    receipts: 'may-follow',
    ebp: platform,
    source: '报文规范2022-05；公告2024-167：收款单自2024-12-15起不再要求',
  },
  '1210': {
    name: { zh: '1210 特殊区域零售出口（保税）', en: '1210 retail export from a bonded zone' },
    orderType: 'E',
    statistics: 'chosen',
    template: ['iacCode', 'iacName', 'emsNo'],
    recordNo: true,
    receipts: 'may-follow',
    ebp: platform,
    source: '报文规范2022-05：特殊区域出口填区内企业、账册编号和备案料号',
  },
  '9710': {
    name: { zh: '9710 跨境电商B2B直接出口', en: '9710 B2B direct export' },
    orderType: 'B',
    statistics: 'A',
    template: [],
    recordNo: false,
    receipts: 'may-follow',
    ebp: platform,
    source: '公告2020-75、2021-47；B2B清单不汇总形成报关单，口径待确认',
  },
  '9810': {
    name: { zh: '9810 跨境电商出口海外仓', en: '9810 export to an overseas warehouse' },
    orderType: 'W',
    statistics: 'A',
    template: ['warehouseCountry'],
    recordNo: false,
    receipts: 'none',
    ebp: {
      code: { zh: '海外仓代码（没有填 无）', en: 'Warehouse code (无 where there is none)' },
      name: { zh: '海外仓名称', en: 'Overseas warehouse' },
    },
    source: '公告2020-75、2021-47；海外仓备案自2024-12-15起取消（公告2024-167）',
  },
}

/** Whether the goods of an order that leaves so must have a number in the bonded account book. */
export function needsRecordNo(path: ModePath): boolean {
  const mode = listModeOf(path)
  return mode !== undefined && modeRules[mode].recordNo
}
