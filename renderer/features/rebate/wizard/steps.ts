import type { RebateBatchKind, RebateBatchView, RebateFinding } from '../../../data/port'

/** The way of one batch, in the order an accountant goes it. */
export const steps = [
  'batch',
  'enterprise',
  'lines',
  'treatment',
  'links',
  'findings',
  'amounts',
  'deadlines',
  'papers',
  'result',
  'life',
] as const
export type Step = (typeof steps)[number]

/** A manufacturer claims its period as a whole: there is nothing to link. */
export const stepsOf = (kind: RebateBatchKind): readonly Step[] =>
  kind === 'trading' ? steps : steps.filter((step) => step !== 'links')

/** Where the work of a batch stands: the step it is opened at. */
export function startStep(
  { locked, lines, kind, sums, run }: Pick<RebateBatchView, 'locked' | 'lines' | 'kind' | 'sums' | 'run'>,
  hasEnterprise: boolean,
): Step {
  if (locked) return 'life'
  if (!hasEnterprise) return 'enterprise'
  if (lines === 0) return 'lines'
  if (kind === 'trading' && sums.links === 0) return 'treatment'
  return run && !run.outdated && run.counts.blocking === 0 ? 'result' : 'findings'
}

/** What a step is opened at: a record of it, and the field of it. */
export type Focus = { id: string; field: string; kind: RebateFinding['at']['table'] }

const places: Readonly<Record<Exclude<RebateFinding['at']['table'], 'rates'>, Step>> = {
  enterprise: 'enterprise',
  period: 'batch',
  items: 'treatment',
  lines: 'treatment',
  links: 'links',
  invoices: 'links',
  papers: 'papers',
}

/** Where a finding is mended; undefined for what stands outside the batch (rates). */
export function placeOf({
  at,
  field,
}: Pick<RebateFinding, 'at' | 'field'>): { step: Step; focus: Focus } | undefined {
  if (at.table === 'rates') return undefined
  return { step: places[at.table], focus: { id: at.id, field, kind: at.table } }
}
