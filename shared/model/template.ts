import { z } from 'zod'
import { decimalText, field } from './field'
import { ListMode } from './mode'
import { Overrides } from './override'

const feeFlag = z.enum(['1', '2', '3'])

/** 申报参数模板: what is the same for every 清单 of one flow. Codes are customs codes as text. */
export const Template = z.object({
  name: field(z.string().min(1), 'business', '模板名称', 'Template name'),
  isDefault: field(z.boolean(), 'public', '默认模板', 'Default'),
  tradeMode: field(ListMode, 'business', '贸易方式', 'Trade mode'),
  statisticsFlag: field(
    z.enum(['goods', 'A', 'B']).optional(),
    'business',
    '申报业务类型',
    'Declaration kind',
  ),
  customsCode: field(z.string().regex(/^\d{4}$/), 'business', '申报地海关', 'Customs'),
  portCode: field(z.string().regex(/^\d{4}$/), 'business', '出口口岸', 'Port of exit'),
  loctNo: field(z.string().max(10).optional(), 'business', '监管场所', 'Supervised site'),
  trafMode: field(z.string().length(1), 'business', '运输方式', 'Transport mode'),
  ebpCode: field(z.string().min(1).max(18), 'business', '平台代码', 'Platform code'),
  ebpName: field(z.string().min(1).max(100), 'business', '平台名称', 'Platform'),
  payCode: field(z.string().max(18).optional(), 'business', '支付企业代码', 'Payment company code'),
  payName: field(z.string().min(1).max(100), 'business', '支付企业名称', 'Payment company'),
  logisticsCode: field(z.string().min(1).max(18), 'business', '物流企业代码', 'Carrier code'),
  logisticsName: field(z.string().min(1).max(100), 'business', '物流企业名称', 'Carrier'),
  /** From here to the marks of freight and insurance: see `exportFields` for what only a mode of export asks. */
  ownerCode: field(z.string().max(18).optional(), 'business', '生产销售企业代码', 'Owner code'),
  ownerName: field(z.string().max(100).optional(), 'business', '生产销售企业名称', 'Owner'),
  /** 1210: the company inside the zone and its bonded account book. */
  iacCode: field(z.string().max(18).optional(), 'business', '区内企业代码', 'Code of the zone company'),
  iacName: field(z.string().max(100).optional(), 'business', '区内企业名称', 'Zone company'),
  emsNo: field(z.string().max(30).optional(), 'business', '账册编号', 'Bonded account book'),
  /** 9810: customs code of the country the warehouse stands in; orders that name none go there. */
  warehouseCountry: field(
    z.string().length(3).optional(),
    'business',
    '海外仓所在国',
    'Country of the warehouse',
  ),
  /** Retail import: who answers for the tax. */
  assureCode: field(z.string().max(30).optional(), 'business', '担保企业代码', 'Guarantor of the tax'),
  /** 9610 import: customs code of the country the goods were sent from. */
  departureCountry: field(z.string().length(3).optional(), 'business', '起运国', 'Country of departure'),
  /** Retail import: customs code of the country the goods were bought in. */
  tradeCountry: field(z.string().length(3).optional(), 'business', '贸易国', 'Country of trade'),
  /** 9610 import: what one flight or truck brings together, for waybills whose file does not say it. */
  trafNo: field(z.string().max(100).optional(), 'business', '运输工具编号', 'Vehicle'),
  voyageNo: field(z.string().max(32).optional(), 'business', '航班航次号', 'Flight or voyage'),
  billNo: field(z.string().max(37).optional(), 'business', '提运单号', 'Bill of lading'),
  ieDate: field(
    z
      .string()
      .regex(/^\d{8}$/)
      .optional(),
    'business',
    '进口日期',
    'Date of import',
  ),
  wrapType: field(z.string().length(1), 'business', '包装种类', 'Packing'),
  freight: field(decimalText.optional(), 'business', '运费', 'Freight'),
  fCurrency: field(z.string().length(3).optional(), 'business', '运费币制', 'Currency of freight'),
  fFlag: field(feeFlag.optional(), 'business', '运费标志', 'Freight mark'),
  insuredFee: field(decimalText.optional(), 'business', '保费', 'Insurance'),
  iCurrency: field(z.string().length(3).optional(), 'business', '保费币制', 'Currency of insurance'),
  iFlag: field(feeFlag.optional(), 'business', '保费标志', 'Insurance mark'),
  /** Customs country code → port code of discharge; `*` is the fallback. */
  ports: field(
    z.record(z.string(), z.string().min(3).max(4)),
    'business',
    '运抵国→指运港',
    'Country to port',
  ),
  overrides: Overrides,
})
export type Template = z.infer<typeof Template>
