import type { PaymentMarker, Profile } from '../profile'
import type { ColumnSource } from '../../table/mapping'

/** Kinds by the words of the type column, then by status and sign. */
const kinds: readonly PaymentMarker[] = [
  { field: 'type', pattern: 'conversion|umrechnung|conversión|兑换', kind: 'conversion' },
  {
    field: 'type',
    pattern: 'refund|reversal|chargeback|rückzahlung|rückbuchung|reembolso|remboursement|退款|撤销',
    kind: 'refund',
  },
  {
    field: 'type',
    pattern: 'hold|reserve|authori[sz]ation|order$|einbehalt|retención|blocage|冻结|授权',
    kind: 'hold',
  },
  {
    field: 'type',
    pattern: 'withdraw|transfer to bank|payout to bank|abbuchung|retirada|virement|提现',
    kind: 'withdrawal',
  },
  { field: 'type', pattern: '\\bfee\\b|gebühr|comisión|手续费', kind: 'fee' },
  {
    field: 'status',
    pattern:
      '^(denied|cancell?ed|failed|expired|pending|reversed|offen|storniert|ausstehend|pendiente|en attente)$',
    kind: 'other',
  },
  { field: 'amount', pattern: '^-', kind: 'other' },
  {
    field: 'type',
    pattern: 'payment|checkout|purchase|sale|zahlung|pago|paiement|付款|收款',
    kind: 'payment',
  },
  { field: 'type', pattern: '.', kind: 'other' },
]

type Headers = {
  time: readonly [date: string, time: string, zone: string]
  gross: string
  net: string
  number: string
  names: Partial<
    Record<'orderNo' | 'fee' | 'currency' | 'type' | 'status' | 'refersTo' | 'payer', readonly ColumnSource[]>
  >
}

/**
 * Activity download. A purchase in another currency is three rows; the two conversion rows name the purchase in the
 * reference column. The short download has a description instead of type and status.
 */
function activity(id: string, { time, gross, net, number, names }: Headers): Profile {
  return {
    id,
    kind: 'payments',
    title: { zh: 'PayPal 交易活动', en: 'PayPal activity' },
    platform: 'paypal',
    signature: [...time, gross, net, number],
    columns: {
      paymentNo: [number],
      amount: [gross],
      paidAt: [{ join: time }],
      ...names,
      payName: [{ constant: 'PayPal' }],
    },
    payments: kinds,
  }
}

/** The English download, and translations whose headers are 口径待确认: a header that differs ends at the mapping. */
export const paypal: readonly Profile[] = [
  activity('paypal-activity', {
    time: ['Date', 'Time', 'TimeZone'],
    gross: 'Gross',
    net: 'Net',
    number: 'Transaction ID',
    names: {
      orderNo: ['Invoice Number', 'Invoice ID', 'Custom Number'],
      fee: ['Fee'],
      currency: ['Currency'],
      type: ['Type', 'Description'],
      status: ['Status'],
      refersTo: ['Reference Txn ID'],
      payer: ['Name', 'From Email Address'],
    },
  }),
  activity('paypal-activity-de', {
    time: ['Datum', 'Uhrzeit', 'Zeitzone'],
    gross: 'Brutto',
    net: 'Netto',
    number: 'Transaktionscode',
    names: {
      orderNo: ['Rechnungsnummer'],
      fee: ['Gebühr', 'Entgelt'],
      currency: ['Währung'],
      type: ['Typ', 'Beschreibung'],
      status: ['Status'],
      refersTo: ['Zugehöriger Transaktionscode', 'Txn-Referenzkennung'],
      payer: ['Name', 'Absender E-Mail-Adresse'],
    },
  }),
  activity('paypal-activity-es', {
    time: ['Fecha', 'Hora', 'Zona horaria'],
    gross: 'Bruto',
    net: 'Neto',
    number: 'Id. de transacción',
    names: {
      orderNo: ['Número de factura'],
      fee: ['Tarifa', 'Comisión'],
      currency: ['Divisa'],
      type: ['Tipo', 'Descripción'],
      status: ['Estado'],
      refersTo: ['Id. de referencia de trans.', 'Id. de referencia'],
      payer: ['Nombre', 'Correo electrónico del remitente'],
    },
  }),
  activity('paypal-activity-zh', {
    time: ['日期', '时间', '时区'],
    gross: '总额',
    net: '净额',
    number: '交易号',
    names: {
      orderNo: ['账单号', '发票号'],
      fee: ['费用', '手续费'],
      currency: ['币种'],
      type: ['类型', '说明'],
      status: ['状态'],
      refersTo: ['参考交易号'],
      payer: ['名称', '姓名', '发件人邮箱地址'],
    },
  }),
]
