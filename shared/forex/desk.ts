import type { DeskVerdict } from '../model/forex/desk-verdict'
import type { ForexPrecheckFile } from '../model/forex/input'
import { precheckReceipts } from './precheck'

/** The verdicts a desk gives on facts: those of the pre-check and no others, so that both sides say the same. */
export function deskVerdicts({ asOf, ...input }: ForexPrecheckFile): DeskVerdict[] {
  return precheckReceipts(input, asOf).receipts.map(
    ({ id, result, currency, credited, eligible, held, findings }) => ({
      id,
      result,
      currency,
      credited,
      eligible,
      held,
      findings: findings.map(({ rule, severity, target, text, fix }) => ({
        rule,
        severity,
        target,
        text,
        fix,
      })),
    }),
  )
}

const said = ({ id: _id, findings, ...amounts }: DeskVerdict): string =>
  JSON.stringify([
    Object.entries(amounts).sort(),
    findings.map(({ rule, target }) => `${rule} ${target}`).sort(),
  ])

/** Receipts of which two sides say different things, or only one says anything, in order. */
export function differingVerdicts(here: readonly DeskVerdict[], there: readonly DeskVerdict[]): string[] {
  const [a, b] = [here, there].map((all) => new Map(all.map((one) => [one.id, said(one)])))
  return [...new Set([...a!.keys(), ...b!.keys()])].filter((id) => a!.get(id) !== b!.get(id)).sort()
}
