import { checkDuties } from '#shared/forex/duties'
import { computeFigures } from '#shared/forex/figures'
import { checkIndividual } from '#shared/forex/individuals'
import {
  DutyInput,
  FiguresInput,
  IndividualInput,
  ReceiptInput,
  RefundInput,
  RegistrationInput,
  WarehouseInput,
} from '#shared/model/forex/input'
import { precheckReceipts } from '#shared/forex/precheck'
import { checkRefunds } from '#shared/forex/refunds'
import { checkRegistration } from '#shared/forex/registration'
import { checkWarehouse } from '#shared/forex/warehouse'
import type { Adapter, Answer } from './case'
import { readStatements } from './forex-files'

const byId = <T extends { id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]))

/** Case files write the grades in capitals. */
const graded = (answer: Answer): Answer => ({
  ...answer,
  findings: (answer.findings ?? []).map(({ rule, target, severity }) => ({
    rule,
    target,
    severity: severity.toUpperCase(),
  })),
})

/** The fields of a single receipt also stand at the top. */
function withTop<T extends { id: string }>(all: readonly T[], rest: Answer): Answer {
  return { ...(all.length === 1 ? all[0] : {}), ...rest, receipts: byId(all) }
}

const adapters: Readonly<Record<string, Adapter>> = {
  'forex.receipt': (given, asOf) => {
    const { receipts, reports, ...rest } = precheckReceipts(ReceiptInput.parse(given), asOf)
    return withTop<{ id: string }>([...receipts, ...reports], rest)
  },
  'forex.duties': (given, asOf) => checkDuties(DutyInput.parse(given), asOf),
  'forex.registration': (given, asOf) => checkRegistration(RegistrationInput.parse(given), asOf),
  'forex.refund': (given) => {
    const { refunds, ...rest } = checkRefunds(RefundInput.parse(given))
    return { ...rest, refunds: byId(refunds) }
  },
  'forex.warehouse': (given, asOf) => checkWarehouse(WarehouseInput.parse(given), asOf),
  'forex.individual': (given, asOf) => {
    const { receipts, ...rest } = checkIndividual(IndividualInput.parse(given), asOf)
    return withTop<{ id: string }>(receipts, rest)
  },
  'forex.figures': (given, asOf) => ({ ...computeFigures(FiguresInput.parse(given), asOf) }),
  'forex.import': (given, _asOf, beside) => readStatements(given, beside),
}

/** One adapter for each kind of forex case. */
export const forexAdapters: Readonly<Record<string, Adapter>> = Object.fromEntries(
  Object.entries(adapters).map(([kind, adapter]) => [
    kind,
    (given, asOf, beside) => graded(adapter(given, asOf, beside)),
  ]),
)
