import type { Role } from '#shared/forex/evidence/roles'
import type { ForexCreditView } from '../../../../data/port'

/** Numbers of the papers this receipt rests on, as its pack lists them. */
export type Papers = Partial<Record<Role, readonly string[]>>

export const papersOf = ({
  row,
  lines,
  netting,
}: Pick<ForexCreditView, 'lines' | 'netting'> & { row: { id: string } }): Papers => ({
  creditAdvice: [row.id],
  settlement: netting?.settlementIds ?? [],
  order: lines.flatMap(({ orderId }) => orderId ?? []),
  payment: lines.map(({ id }) => id),
})

/** What a dropped file is: the paper whose number its name holds, else something the officer has to say. */
export function takenFor(papers: Papers, fileName: string): { role: Role; no: string } {
  const stem = fileName.replace(/\.[^.]+$/, '')
  const words = new Set([stem, ...stem.split(/[\s_()（）]+/)])
  for (const [role, numbers] of Object.entries(papers) as [Role, readonly string[]][]) {
    const no = numbers.find((one) => words.has(one))
    if (no !== undefined) return { role, no }
  }
  return { role: 'other', no: stem }
}

/** The number that goes with a role: the only one the receipt has of it, else what stands there. */
export function numberFor(papers: Papers, role: Role, no: string): string {
  const [only, ...more] = papers[role] ?? []
  return only !== undefined && more.length === 0 ? only : no
}
