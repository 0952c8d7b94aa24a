import type { RecordKind } from '../../model/import-report'
import type { Assembler, AssemblerContext } from './assembler'
import { goodsAssembler } from './goods'
import { ordersAssembler } from './orders'
import { paymentsAssembler } from './payments'
import { waybillsAssembler } from './waybills'
import { weighingsAssembler } from './weighings'

const makers: Readonly<Record<RecordKind, (context: AssemblerContext) => Assembler>> = {
  orders: ordersAssembler,
  payments: paymentsAssembler,
  waybills: waybillsAssembler,
  weighings: weighingsAssembler,
  goods: goodsAssembler,
}

export function assemblerFor(context: AssemblerContext): Assembler {
  return makers[context.profile.kind](context)
}
