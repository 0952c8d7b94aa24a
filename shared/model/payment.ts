import { z } from 'zod'
import { currency, day, decimalText, field, instant } from './field'
import { Source } from './order'

/** An imported payment line (收款单 source); immutable. Business key: platform + shop + paymentNo. */
export const Payment = z.object({
  record: z.literal('payment'),
  kind: field(
    z.enum(['payment', 'refund', 'conversion', 'fee', 'withdrawal', 'hold', 'other']),
    'public',
    '类型',
    'Kind',
  ),
  platform: field(z.string(), 'business', '平台', 'Platform'),
  shop: field(z.string(), 'business', '店铺', 'Shop'),
  paymentNo: field(z.string().min(1), 'business', '支付流水', 'Payment number'),
  orderNo: field(z.string().optional(), 'business', '订单号', 'Order number'),
  payCode: field(z.string().optional(), 'business', '支付企业代码', 'Payment company code'),
  payName: field(z.string().optional(), 'business', '支付企业名称', 'Payment company'),
  amount: field(decimalText, 'business', '金额', 'Amount'),
  currency: field(currency.optional(), 'business', '币制', 'Currency'),
  fee: field(decimalText.optional(), 'business', '手续费', 'Fee'),
  paidAt: field(instant.optional(), 'business', '到账时间', 'Paid at'),
  fileTime: field(z.string().optional(), 'business', '文件原时间', 'Time in the file'),
  businessDay: field(day.optional(), 'public', '业务日期', 'Business day'),
  status: field(z.string().optional(), 'business', '状态(原文)', 'Status (as in the file)'),
  refersTo: field(z.string().optional(), 'business', '关联流水', 'Related payment number'),
  payer: field(z.string().optional(), 'personal', '付款人', 'Payer'),
  payerIdType: field(z.string().optional(), 'personal', '支付人证件类型', 'Kind of the payer’s document'),
  payerIdNumber: field(z.string().optional(), 'personal', '支付人证件号码', 'Number of the payer’s document'),
  payerPhone: field(z.string().optional(), 'personal', '支付人电话', 'Phone of the payer'),
  source: Source,
})
export type Payment = z.infer<typeof Payment>
