import type { Faults, Workload } from './plan'
import type { FaultsOf } from './simulate'

/**
 * Seeds that once broke a promise, with what was wrong. They run for ever; `faultsOf`: with the faults of their time, so
 * that they stay the runs they were; `faults` and `workload`: what was set besides what was drawn.
 */
export const seeds: {
  seed: number
  broke: string
  faultsOf?: FaultsOf
  faults?: Partial<Faults>
  workload?: Partial<Workload>
}[] = [
  { faultsOf: 'first', seed: 19, broke: 'list sent after its order was taken back' },
  { faultsOf: 'first', seed: 34, broke: 'correction after a restore while a later attempt was alive' },
  { faultsOf: 'first', seed: 141, broke: 'correction after a restore, receipts only partly read' },
  { faultsOf: 'first', seed: 202, broke: 'receipt without our guid put to an attempt that was turned away' },
  { faultsOf: 'first', seed: 517, broke: 'restored and switched account: sent to the second service too' },
  { faultsOf: 'first', seed: 771, broke: 'list waited for a batch fixed for another account' },
  { faultsOf: 'first', seed: 888, broke: 'restored and switched account: sent to the second service too' },
  { faultsOf: 'first', seed: 993, broke: 'list waited for a batch fixed for another account' },
  {
    faultsOf: 'first',
    seed: 10164,
    broke: 'guard never lifted: the officer waited for a ghost of another account',
  },
  {
    faultsOf: 'first two',
    seed: 6779,
    broke: 'ghost taken in half: the rest was declared anew, then a copy of the request came',
  },
  {
    faultsOf: 'first two',
    seed: 394,
    broke: 'accepted with a ghost, asked about under the batch that was refused, and made anew',
  },
  {
    faultsOf: 'first two',
    seed: 20_250_166,
    broke: 'service put back between two answers without a sign: the first was never missed',
  },
  {
    faultsOf: 'first two',
    seed: 20_251_502,
    broke: 'half a batch answered, a part corrected, service put back: the refused part went again',
  },
  {
    faultsOf: 'first three',
    seed: 20_250_009,
    faults: { filingsLost: true },
    broke: 'the service lost a filing and nothing else: it was never missed',
  },
  {
    faultsOf: 'first three',
    seed: 371,
    faults: { serviceRestore: true },
    broke: 'database and service put back: what only the journal knew was not sent again',
  },
  {
    faultsOf: 'first three',
    seed: 1496,
    broke: 'parked by one window, answered in part to the other: the rest stayed parked for ever',
  },
  {
    seed: 1110,
    faults: { serviceRestore: true, ownGuids: true },
    broke:
      'service put back said an earlier refusal again, without a guid: taken for that of the last submission',
  },
  ...[261, 339, 390, 419].map((seed) => ({
    seed,
    faults: { serviceRestore: true, rollback: true },
    broke:
      'both put back: what a ghost had brought there went again with the batch that the database still had',
  })),
  {
    seed: 294,
    faults: { serviceRestore: true, rollback: true },
    broke: 'both put back: an earlier submission went again beside the later one of a ghost',
  },
  {
    seed: 1100,
    faults: { serviceRestore: true, ownGuids: true },
    broke: 'a ghost answered in part was lost with the service: what it had brought there was never missed',
  },
  ...[
    { seed: 17, broke: 'refused as busy and sent in another batch, then a copy of the first one came' },
    { seed: 73, broke: 'corrected while its batch was open, then a copy of that batch came' },
    { seed: 164, broke: 'answered long before, and pushed out of what is probed by those after it' },
    { seed: 207, broke: 'taken in, and busy when the same bytes came again: never handed in anew' },
  ].map((one) => ({
    ...one,
    broke: `service put back: ${one.broke}`,
    faults: { serviceRestore: true, ownGuids: true, rollback: false, accountSwitch: false },
    workload: { wrong: 0.8 },
  })),
]
