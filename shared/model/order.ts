import { z } from 'zod'
import { currency, day, decimalText, field, instant } from './field'

/** Which line of an export is what (practice: only `goods`, and after a decision `gift`, reach a 清单). */
export const LineClass = z.enum(['goods', 'gift', 'freight', 'discount', 'fee', 'return', 'adjustment'])
export type LineClass = z.infer<typeof LineClass>

export const OrderLine = z.object({
  row: field(z.int().positive(), 'public', '行号', 'Row'),
  class: field(LineClass, 'public', '行类别', 'Class'),
  sku: field(z.string(), 'business', '货号', 'SKU'),
  name: field(z.string(), 'business', '商品名称', 'Goods name'),
  quantity: field(decimalText, 'business', '数量', 'Quantity'),
  price: field(decimalText, 'business', '单价', 'Unit price'),
  discount: field(decimalText.optional(), 'business', '行折扣', 'Line discount'),
  /** Set when the file states the line's total and not a unit price; `price` is then derived and may be rounded. */
  amount: field(decimalText.optional(), 'business', '行金额(原文)', 'Line total (as in the file)'),
})
export type OrderLine = z.infer<typeof OrderLine>

/** Where a record came from: profile and rows of the imported file (1-based, the header row counts). */
export const Source = z.object({
  profile: z.string(),
  firstRow: z.int().positive(),
  lastRow: z.int().positive(),
})

/** An imported platform order; immutable. Business key: platform + shop + orderNo. */
export const Order = z.object({
  record: z.literal('order'),
  kind: field(z.enum(['order', 'cancellation', 'adjustment']), 'public', '类型', 'Kind'),
  platform: field(z.string(), 'business', '平台', 'Platform'),
  shop: field(z.string(), 'business', '店铺', 'Shop'),
  orderNo: field(z.string().min(1), 'business', '订单号', 'Order number'),
  orderedAt: field(instant.optional(), 'business', '下单时间', 'Ordered at'),
  fileTime: field(z.string().optional(), 'business', '文件原时间', 'Time in the file'),
  businessDay: field(day.optional(), 'public', '业务日期', 'Business day'),
  currency: field(currency.optional(), 'business', '币制', 'Currency'),
  freight: field(decimalText.optional(), 'business', '运费', 'Freight'),
  discount: field(decimalText.optional(), 'business', '折扣', 'Discount'),
  tax: field(decimalText.optional(), 'business', '税费', 'Tax'),
  total: field(decimalText.optional(), 'business', '订单总额', 'Order total'),
  /** `import`: bought by a person here and sent in from abroad (retail import). */
  direction: field(z.literal('import').optional(), 'public', '进出口', 'Direction'),
  buyerId: field(z.string().optional(), 'personal', '买家编号', 'Buyer id'),
  buyerName: field(z.string().optional(), 'personal', '买家姓名', 'Buyer name'),
  buyerIdType: field(z.string().optional(), 'personal', '订购人证件类型', 'Kind of the buyer’s document'),
  buyerIdNumber: field(z.string().optional(), 'personal', '订购人证件号码', 'Number of the buyer’s document'),
  buyerPhone: field(z.string().optional(), 'personal', '订购人电话', 'Phone of the buyer'),
  consignee: field(z.string().optional(), 'personal', '收货人', 'Consignee'),
  phone: field(z.string().optional(), 'personal', '电话', 'Phone'),
  address: field(z.string().optional(), 'personal', '地址', 'Address'),
  district: field(z.string().optional(), 'personal', '收货地行政区划', 'Division of the address'),
  email: field(z.string().optional(), 'personal', '邮箱', 'E-mail'),
  country: field(z.string().optional(), 'business', '运抵国(原文)', 'Country (as in the file)'),
  paymentNo: field(z.string().optional(), 'business', '支付流水', 'Payment number'),
  logisticsNo: field(z.string().optional(), 'business', '运单号', 'Waybill number'),
  status: field(z.string().optional(), 'business', '状态(原文)', 'Status (as in the file)'),
  refunded: field(decimalText.optional(), 'business', '已退款', 'Refunded'),
  cancels: field(z.string().optional(), 'business', '取消的订单号', 'Order it cancels'),
  lines: z.array(OrderLine),
  /** Rows of this order that the import refused; until they are mended the order is incomplete and is not declared. */
  refusedRows: field(z.array(z.int().positive()).optional(), 'public', '未导入的行', 'Refused rows'),
  source: Source,
})
export type Order = z.infer<typeof Order>
