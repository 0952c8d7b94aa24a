import type { RecordKind } from '../../model/import-report'
import { noteFiles } from './forex-notes'
import type { FieldTable } from '../profile'
import { declarationFields } from './declarations'
import { exchangeRateFields } from './exchange-rates'
import { goodsFields } from './goods'
import { handbookFields } from './handbooks'
import { invoiceFields } from './invoices'
import { orderFields } from './orders'
import { paymentFields } from './payments'
import { rateFields } from './rates'
import { codeChangeFields, tariffFields } from './tariff'
import { waybillFields } from './waybills'
import { weighingFields } from './weighings'

export const fieldTables: Readonly<Record<RecordKind, FieldTable>> = {
  orders: orderFields,
  payments: paymentFields,
  waybills: waybillFields,
  weighings: weighingFields,
  goods: goodsFields,
  invoices: invoiceFields,
  declarations: declarationFields,
  rates: rateFields,
  'exchange-rates': exchangeRateFields,
  handbooks: handbookFields,
  tariff: tariffFields,
  'code-changes': codeChangeFields,
  'warehouse-lots': noteFiles['warehouse-lots'].fields,
  'warehouse-stock': noteFiles['warehouse-stock'].fields,
  'warehouse-outs': noteFiles['warehouse-outs'].fields,
  'forex-refunds': noteFiles['forex-refunds'].fields,
  'forex-contracts': noteFiles['forex-contracts'].fields,
  'cost-documents': noteFiles['cost-documents'].fields,
}

/** Fields of a kind that carry its numbers; the first is the one a record is known by. */
export const keyFields: Readonly<Record<RecordKind, readonly string[]>> = {
  orders: ['orderNo'],
  payments: ['paymentNo', 'orderNo'],
  waybills: ['logisticsNo'],
  weighings: ['logisticsNo'],
  goods: ['sku'],
  invoices: ['number', 'digitalNumber'],
  declarations: ['no'],
  rates: ['code'],
  'exchange-rates': ['currency'],
  handbooks: ['number'],
  tariff: ['code'],
  'code-changes': ['from'],
  'warehouse-lots': noteFiles['warehouse-lots'].named,
  'warehouse-stock': noteFiles['warehouse-stock'].named,
  'warehouse-outs': noteFiles['warehouse-outs'].named,
  'forex-refunds': noteFiles['forex-refunds'].named,
  'forex-contracts': noteFiles['forex-contracts'].named,
  'cost-documents': noteFiles['cost-documents'].named,
}

/** Fields as the mapping screen and a refusal list them. */
export function listFields(kind: RecordKind) {
  return Object.entries(fieldTables[kind]).map(([field, def]) => ({
    field,
    label: def.label,
    required: def.required ?? false,
  }))
}
