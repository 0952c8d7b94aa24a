import { readFile } from 'node:fs/promises'
import type { State } from './client-words'
import type { Plan } from './plan'
import type { Met } from './processes'

export type Course = {
  plan: Plan
  /** As drawn; `plan` is used up while the round goes on. */
  drawn: string
  documents: number
  kills: number
  line: Readonly<Record<string, number>>
  met: Met
  state: State | undefined
  log: string
}

const LINES = 60
const counted = (counts: Iterable<readonly [string, number]>) =>
  [...counts].map(([name, times]) => `${name} ${times}`).join(', ')

/** One line about a round. */
export const headline = ({ plan, documents, kills, line }: Omit<Course, 'drawn' | 'met' | 'state' | 'log'>) =>
  `seed ${plan.seed} ${plan.disaster}: ${documents} documents, ${kills} kills, line: ${counted(Object.entries(line))}`

/** Everything known about a round that failed, in one text: its folder may be gone when somebody asks. */
export async function reportOf(course: Course, faults: readonly string[]): Promise<string> {
  const { drawn, met, state, log } = course
  const text = await readFile(log, 'utf8').catch(() => '')
  const lines = text.trimEnd().split('\n')
  return [
    headline(course),
    ...faults.map((fault) => `  ${fault}`),
    `plan: ${drawn}`,
    `left of it: ${JSON.stringify(course.plan)}`,
    `failures met: ${counted(met.failures) || 'none'}`,
    `last troubles: ${met.troubles.slice(-5).join(' | ') || 'none'}`,
    `last state: ${JSON.stringify(state)}`,
    `${log}, last ${Math.min(LINES, lines.length)} of ${lines.length} lines:`,
    ...lines.slice(-LINES),
  ].join('\n')
}
