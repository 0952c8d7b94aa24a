import { shanghaiTime } from '../../time/shanghai'
import { derivation, type Derivation } from './derivation'
import type { Dossier } from './dossier'
import { importPayCode, importPayName } from './import-party'
import { residentCard } from '../retail-import/retail-order'
import { platform, submission } from './submission'

/** CEB411 支付单: one for each order, of what was really paid. */
export const importPaymentHead: readonly Derivation<Dossier>[] = [
  ...submission('receipts'),
  derivation('payCode', 'template.payCode', importPayCode),
  derivation('payName', 'template.payName', importPayName),
  derivation('payTransactionId', 'payment.paymentNo', ({ payment }) => payment?.paymentNo),
  derivation('orderNo', 'order.orderNo', ({ order }) => order.orderNo),
  ...platform,
  derivation('payerIdType', 'payment.payerIdType', ({ payment }) =>
    payment?.payerIdNumber ? payment.payerIdType || residentCard : payment?.payerIdType,
  ),
  derivation('payerIdNumber', 'payment.payerIdNumber', ({ payment }) => payment?.payerIdNumber),
  derivation('payerName', 'payment.payer', ({ payment }) => payment?.payer),
  derivation('telephone', 'payment.payerPhone', ({ payment }) => payment?.payerPhone),
  derivation('amountPaid', 'payment.amount', ({ payment }) => payment?.amount),
  derivation('currency', 'payment.currency', ({ codes }) => codes.payment),
  derivation('payTime', 'payment.paidAt', ({ payment }) =>
    payment?.paidAt === undefined ? undefined : shanghaiTime(payment.paidAt),
  ),
]
