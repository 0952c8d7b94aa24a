/**
 * Seeds that once broke a promise, with what was wrong. They run for ever; `firstFaults`: with the faults of their time,
 * so that they stay the runs they were.
 */
export const seeds: { seed: number; broke: string; firstFaults?: boolean }[] = [
  { firstFaults: true, seed: 19, broke: 'list sent after its order was taken back' },
  { firstFaults: true, seed: 34, broke: 'correction after a restore while a later attempt was alive' },
  { firstFaults: true, seed: 141, broke: 'correction after a restore, receipts only partly read' },
  { firstFaults: true, seed: 202, broke: 'receipt without our guid put to an attempt that was turned away' },
  { firstFaults: true, seed: 517, broke: 'restored and switched account: sent to the second service too' },
  { firstFaults: true, seed: 771, broke: 'list waited for a batch fixed for another account' },
  { firstFaults: true, seed: 888, broke: 'restored and switched account: sent to the second service too' },
  { firstFaults: true, seed: 993, broke: 'list waited for a batch fixed for another account' },
  {
    firstFaults: true,
    seed: 10164,
    broke: 'guard never lifted: the officer waited for a ghost of another account',
  },
  { seed: 6779, broke: 'ghost taken in half: the rest was declared anew, then a copy of the request came' },
  { seed: 394, broke: 'accepted with a ghost, asked about under the batch that was refused, and made anew' },
  {
    seed: 20_250_166,
    broke: 'service put back between two answers without a sign: the first was never missed',
  },
  {
    seed: 20_251_502,
    broke: 'half a batch answered, a part corrected, service put back: the refused part went again',
  },
]
