import { z } from 'zod'
import { day, decimalText, field } from './field'

/** 报关单 that are kept here: 一般贸易, and B2B above the limits of a 清单. */
export const entryModes = ['0110', '9710', '9810'] as const

/** Where a 报关单 stands, as the officer notes it: it is declared outside. */
export const entryStates = ['draft', 'declared', 'released', 'closed'] as const
export type EntryState = (typeof entryStates)[number]

const text = (max: number) => z.string().max(max).optional()
const code = (max: number) => z.string().regex(/^\w*$/).max(max).optional()
const amount = decimalText.optional()

/** One item of a 报关单. Three pairs of quantity and unit: a tax refund may be claimed in any of them. */
export const EntryItem = z.object({
  gno: field(z.int().min(1).max(50), 'business', '项号', 'Item'),
  gcode: field(z.string().regex(/^\d{10}$/), 'business', '商品编号', 'HS code'),
  ciqCode: field(code(3), 'business', '检验检疫编码', 'Inspection code'),
  gname: field(z.string().min(1).max(255), 'business', '商品名称', 'Name'),
  gmodel: field(text(255), 'business', '规格型号', 'Specification'),
  qty: field(decimalText, 'business', '成交数量', 'Quantity'),
  unit: field(z.string().min(1).max(10), 'business', '成交单位', 'Unit'),
  qty1: field(amount, 'business', '法定第一数量', 'First statutory quantity'),
  unit1: field(text(10), 'business', '法定第一单位', 'First statutory unit'),
  qty2: field(amount, 'business', '法定第二数量', 'Second statutory quantity'),
  unit2: field(text(10), 'business', '法定第二单位', 'Second statutory unit'),
  price: field(amount, 'business', '单价', 'Unit price'),
  total: field(decimalText, 'business', '总价', 'Total'),
  currency: field(z.string().min(3).max(10), 'business', '币制', 'Currency'),
  origin: field(text(40), 'business', '原产国', 'Country of origin'),
  destination: field(text(40), 'business', '最终目的国', 'Final destination'),
  source: field(text(40), 'business', '境内货源地', 'Domestic source'),
  levy: field(text(20), 'business', '征免', 'Levy'),
})
export type EntryItem = z.infer<typeof EntryItem>

/**
 * 出口报关单 as it was declared in the single window: kept so that orders, refund and receipts find it. Codes are kept as
 * they are written there, code or name.
 */
export const ExportEntry = z.object({
  entryId: field(
    z
      .string()
      .regex(/^\d{18}$/)
      .optional(),
    'business',
    '海关编号',
    'Declaration number',
  ),
  preEntryId: field(text(30), 'business', '预录入编号', 'Pre-entry number'),
  state: field(z.enum(entryStates), 'business', '状态', 'State'),
  tradeMode: field(z.enum(entryModes), 'business', '监管方式', 'Mode'),
  customsCode: field(text(20), 'business', '申报地海关', 'Customs'),
  portCode: field(text(20), 'business', '出境关别', 'Exit customs'),
  exportDate: field(day.optional(), 'business', '出口日期', 'Export date'),
  declaredOn: field(day.optional(), 'business', '申报日期', 'Declared on'),
  releasedOn: field(day.optional(), 'business', '放行日期', 'Released on'),
  closedOn: field(day.optional(), 'business', '结关日期', 'Closed on'),
  contractNo: field(text(50), 'business', '合同协议号', 'Contract'),
  recordNo: field(text(30), 'business', '备案号', 'Record number'),
  consignorCode: field(code(18), 'business', '境内发货人代码', 'Consignor code'),
  consignorName: field(text(100), 'business', '境内发货人', 'Consignor'),
  buyer: field(text(200), 'business', '境外收货人', 'Consignee abroad'),
  ownerCode: field(code(18), 'business', '生产销售单位代码', 'Owner code'),
  ownerName: field(text(100), 'business', '生产销售单位', 'Owner'),
  agentName: field(text(100), 'business', '申报单位', 'Declarant'),
  trafMode: field(text(20), 'business', '运输方式', 'Transport mode'),
  trafName: field(text(100), 'business', '运输工具及航次', 'Conveyance and voyage'),
  billNo: field(text(37), 'business', '提运单号', 'Bill of lading'),
  levyNature: field(text(20), 'business', '征免性质', 'Nature of levy'),
  licenseNo: field(text(40), 'business', '许可证号', 'Licence'),
  tradeCountry: field(text(40), 'business', '贸易国', 'Trading country'),
  country: field(text(40), 'business', '运抵国', 'Country of arrival'),
  port: field(text(60), 'business', '指运港', 'Port of discharge'),
  exitPort: field(text(60), 'business', '离境口岸', 'Port of departure'),
  terms: field(text(20), 'business', '成交方式', 'Terms'),
  freight: field(text(40), 'business', '运费', 'Freight'),
  insurance: field(text(40), 'business', '保费', 'Insurance'),
  extras: field(text(40), 'business', '杂费', 'Other charges'),
  packNo: field(decimalText.optional(), 'business', '件数', 'Packages'),
  wrapType: field(text(30), 'business', '包装种类', 'Packing'),
  grossWeight: field(amount, 'business', '毛重', 'Gross weight'),
  netWeight: field(amount, 'business', '净重', 'Net weight'),
  papers: field(text(500), 'business', '随附单证', 'Attached documents'),
  marks: field(text(1000), 'business', '标记唛码及备注', 'Marks and remarks'),
  items: z.array(EntryItem).min(1).max(50),
  /** Ids of the orders it declares. */
  orders: z.array(z.string()),
})
export type ExportEntry = z.infer<typeof ExportEntry>

/** The number a refund is claimed by: the 18 digits of the 报关单 and three of the item. */
export const rebateNumber = (entryId: string, gno: number): string =>
  `${entryId}${String(gno).padStart(3, '0')}`
