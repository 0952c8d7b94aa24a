import type { FlowMonth } from '#shared/forex/aggregate'

export const flows = ['exports', 'imports', 'receipts', 'payments'] as const
export type FlowName = (typeof flows)[number]
export type Bar = { month: string; flow: FlowName; x: number; y: number; width: number; height: number }
export type Drawing = {
  bars: Bar[]
  labels: { month: string; x: number }[]
  ticks: { y: number; value: number }[]
}

const gap = 0.25

/** A round number at or above the highest value: 1, 2 or 5 times a power of ten. */
export function roundTop(highest: number): number {
  if (highest <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(highest))
  return ([1, 2, 5, 10].find((step) => step * power >= highest) ?? 10) * power
}

/**
 * Bars of goods and money by month for a drawing of this size. Only heights go through floats: every amount stands
 * exactly in the table beside the drawing.
 */
export function bars(months: readonly FlowMonth[], size: { width: number; height: number }): Drawing {
  const values = months.flatMap((month) => flows.map((flow) => Math.max(0, Number(month[flow]))))
  const top = roundTop(Math.max(0, ...values))
  const slot = size.width / Math.max(1, months.length)
  const width = (slot * (1 - gap)) / flows.length
  return {
    bars: months.flatMap((month, at) =>
      flows.map((flow, place): Bar => {
        const height = (Math.max(0, Number(month[flow])) / top) * size.height
        const x = slot * at + (slot * gap) / 2 + width * place
        return { month: month.month, flow, x, y: size.height - height, width, height }
      }),
    ),
    labels: months.map(({ month }, at) => ({ month, x: slot * (at + 0.5) })),
    ticks: [0, 0.5, 1].map((part) => ({ y: size.height * (1 - part), value: top * part })),
  }
}
