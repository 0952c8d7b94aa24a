import type { RecordKind } from '../../model/import-report'
import type { Assembler, AssemblerContext } from './assembler'
import { declarationsAssembler } from './declarations'
import { exchangeRatesAssembler } from './exchange-rates'
import { forexNotesAssembler } from './forex-notes'
import { goodsAssembler } from './goods'
import { handbooksAssembler } from './handbooks'
import { invoicesAssembler } from './invoices'
import { ordersAssembler } from './orders'
import { paymentsAssembler } from './payments'
import { ratesAssembler } from './rates'
import { codeChangesAssembler, tariffAssembler } from './tariff'
import { waybillsAssembler } from './waybills'
import { weighingsAssembler } from './weighings'

const makers: Readonly<Record<RecordKind, (context: AssemblerContext) => Assembler>> = {
  orders: ordersAssembler,
  payments: paymentsAssembler,
  waybills: waybillsAssembler,
  weighings: weighingsAssembler,
  goods: goodsAssembler,
  invoices: invoicesAssembler,
  declarations: declarationsAssembler,
  rates: ratesAssembler,
  'exchange-rates': exchangeRatesAssembler,
  handbooks: handbooksAssembler,
  tariff: tariffAssembler,
  'code-changes': codeChangesAssembler,
  'warehouse-lots': forexNotesAssembler,
  'warehouse-stock': forexNotesAssembler,
  'warehouse-outs': forexNotesAssembler,
  'forex-refunds': forexNotesAssembler,
  'forex-contracts': forexNotesAssembler,
  'cost-documents': forexNotesAssembler,
}

export function assemblerFor(context: AssemblerContext): Assembler {
  return makers[context.profile.kind](context)
}
