import { z } from 'zod'
import { DeskFinding, DeskVerdict } from '../../model/forex/desk-verdict'
import { instant } from '../../model/field'

/** POST /v1/forex-prechecks. `facts`: receipts as `yiguan schema forex-precheck` describes them. */
export const ForexPrecheckRequest = z
  .strictObject({ facts: z.record(z.string(), z.unknown()) })
  .meta({ id: 'ForexPrecheckRequest' })
export type ForexPrecheckRequest = z.infer<typeof ForexPrecheckRequest>

/** One receipt. A result that is not known here is a newer service's and is taken as one that a person decides. */
export const ForexDeskVerdict = z
  .looseObject({
    ...DeskVerdict.shape,
    result: DeskVerdict.shape.result.catch('REVIEW'),
    findings: z.array(z.looseObject(DeskFinding.shape)),
  })
  .meta({ id: 'ForexDeskVerdict' })

/** The verdicts on receipts as they were handed in. Nothing of them is kept: the same facts get the same answer. */
export const ForexPrecheckAnswer = z
  .looseObject({ checkedAt: instant, verdicts: z.array(ForexDeskVerdict) })
  .meta({ id: 'ForexPrecheckAnswer' })
export type ForexPrecheckAnswer = z.infer<typeof ForexPrecheckAnswer>

/** Bytes the facts may have: some thousand receipts with their orders and papers. */
export const maxForexPrecheckBytes = 32 * 1_048_576
