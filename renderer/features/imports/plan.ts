import type { FileRefusal } from '#shared/import/ports'
import type { Preview } from '#shared/import/api'
import type { ImportOptions, Question } from '#shared/import/profile'
import type { Mapping } from '#shared/table/mapping'
import type { FileKind } from '#shared/model/import-report'
import type { Failure } from '../../components/failure'
import type { ImportJob, ImportProgress, ImportView, ShopMapping } from '../../data/port'

/** One file on its way into the book. */
export type Plan = {
  id: string
  file: File
  kind: FileKind
  phase:
    'reading' | 'setup' | 'queued' | 'running' | 'cancelling' | 'done' | 'refused' | 'failed' | 'cancelled'
  preview?: Preview
  /** Everything this file leaves open, whether it was answered since or not. */
  asked: readonly Question[]
  answers: ImportOptions
  /** `auto`, or what the officer chose among the candidates. */
  profile: string
  /** Only when the officer bound columns; else the profile decides. */
  map?: Mapping
  update: boolean
  /** What earlier files of this format were remembered as. */
  remembered: readonly ShopMapping[]
  progress?: ImportProgress
  startedAt?: number
  elapsedMs?: number
  view?: ImportView
  refusal?: FileRefusal
  failure?: Failure
}

/** What the rest of the file may answer by itself. */
const optional: ReadonlySet<string> = new Set(['dateOrder', 'decimal', 'weightUnit'])

export function openAnswers({ asked, answers }: Plan): Question[] {
  return asked.filter(({ id }) => !optional.has(id) && !answers[id]?.trim())
}

/** The file can be imported as it is set up. */
export function isReady(plan: Plan): boolean {
  const { phase, preview } = plan
  return (
    phase === 'setup' &&
    preview !== undefined &&
    preview.missing.length === 0 &&
    openAnswers(plan).length === 0
  )
}

export function jobOf({ kind, profile, map, answers, update }: Plan): ImportJob {
  const options = Object.fromEntries(Object.entries(answers).filter(([, value]) => value?.trim()))
  return { kind, profile, ...(map && { map }), options, update }
}

/** The profile a preview was made by. */
export const profileOf = ({ preview, profile }: Pick<Plan, 'preview' | 'profile'>): string =>
  profile === 'auto' ? (preview?.candidates[0]?.profile ?? 'generic') : profile

/** Files of one format have one name: that of the profile, or the headings where none is known. */
export function formatName(profile: string, preview: Preview): string {
  return profile === 'generic' ? preview.columns.map(({ header }) => header).join(' | ') : profile
}

/** Files in the order in which their records refer to each other. */
export const byKind = (a: Pick<Plan, 'kind'>, b: Pick<Plan, 'kind'>) =>
  importOrder.indexOf(a.kind) - importOrder.indexOf(b.kind)
const importOrder: readonly FileKind[] = [
  'goods',
  'orders',
  'payments',
  'waybills',
  'weighings',
  'rates',
  'exchange-rates',
  'handbooks',
  'tariff',
  'code-changes',
  'declarations',
  'warehouse-lots',
  'warehouse-stock',
  'warehouse-outs',
  'forex-contracts',
  'forex-refunds',
  'cost-documents',
  'invoices',
  'safe-rates',
  'bank-quotes',
  'settlement',
  'bank',
]
