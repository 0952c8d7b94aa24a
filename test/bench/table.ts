import type { Step } from './step'

export type SizeResult = { lines: number; steps: Step[] }

/** How many times the bare work. */
export function ratio({ ms, bareMs }: Pick<Step, 'ms' | 'bareMs'>): string {
  const times = ms / bareMs
  return times >= 100 ? times.toFixed(0) : times.toFixed(1)
}

/** One row a step, as Markdown: what was worked on, both times, their ratio. */
export function table({ lines, steps }: SizeResult): string {
  const head = [`${lines.toLocaleString('en')} lines`, 'worked on', 'ms', 'bare work', 'ms', 'ratio']
  const rows = steps.map((step) => [
    step.step,
    `${step.count.toLocaleString('en')} ${step.unit}`,
    step.ms.toFixed(step.ms < 10 ? 2 : 0),
    step.bare,
    step.bareMs.toFixed(step.bareMs < 10 ? 2 : 0),
    ratio(step),
  ])
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => (row[at] ?? '').length)))
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}
