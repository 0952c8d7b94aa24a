/** Seeds that once broke a promise, with what was wrong. They run for ever. */
export const seeds: { seed: number; broke: string }[] = [
  { seed: 19, broke: 'list sent after its order was taken back' },
  { seed: 34, broke: 'correction after a restore while a later attempt was alive' },
  { seed: 141, broke: 'correction after a restore, receipts only partly read' },
  { seed: 202, broke: 'receipt without our guid put to an attempt that was turned away' },
  { seed: 517, broke: 'restored and switched account: sent to the second service too' },
  { seed: 771, broke: 'list waited for a batch fixed for another account' },
  { seed: 888, broke: 'restored and switched account: sent to the second service too' },
  { seed: 993, broke: 'list waited for a batch fixed for another account' },
  { seed: 10164, broke: 'guard never lifted: the officer waited for a ghost of another account' },
]
