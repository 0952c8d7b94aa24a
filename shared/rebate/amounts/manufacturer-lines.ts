import { mul } from '../../money/decimal'
import { cents, given as told, type Input } from '../../rules/explain'
import type { ManufacturerPeriod } from './manufacturer-period'
import { levyRatesOn } from './rates-on'

/** An export line with its FOB in CNY and both rates, and what the FOB was made of. */
export type PeriodLine = {
  fob: string
  levy: string
  rebate: string
  bonded: boolean
  inputs: Input[]
  /** Bonded material in it by the ratio of its handbook. */
  material?: { value: string; inputs: Input[] }
}

/** The lines of a period that can be computed, and the names of those that lack FOB, exchange rate or levy rate. */
export function periodLines(
  { exports, period }: ManufacturerPeriod,
  asOf: string,
): { lines: PeriodLine[]; incomplete: string[] } {
  const standard = levyRatesOn(period === undefined ? asOf : `${period}-01`)?.standard
  const lines: PeriodLine[] = []
  const incomplete: string[] = []
  exports.forEach(
    ({ fobCny, fobForeign, fx, levyRate = standard, rebateRate, bondedProcessing, handbook, line }, at) => {
      const name = line ?? String(at + 1)
      const converted = fobForeign !== undefined && fx !== undefined ? cents(mul(fobForeign, fx)) : undefined
      const fob = fobCny ?? converted
      if (fob === undefined || levyRate === undefined) return incomplete.push(name)
      const inputs =
        fobCny === undefined
          ? [
              told(`第 ${name} 行离岸价（外币）`, `FOB of line ${name} (foreign)`, fobForeign!),
              told('汇率', 'rate', fx!),
            ]
          : [told(`第 ${name} 行离岸价`, `FOB of line ${name}`, fob)]
      return lines.push({
        fob,
        levy: levyRate,
        rebate: rebateRate,
        bonded: bondedProcessing === true || handbook !== undefined,
        inputs,
        ...(handbook && { material: materialOf(name, fob, handbook) }),
      })
    },
  )
  return { lines, incomplete }
}

const materialOf = (name: string, fob: string, { number, ratio }: { number: string; ratio: string }) => ({
  value: cents(mul(fob, ratio)),
  inputs: [
    told(`第 ${name} 行离岸价`, `FOB of line ${name}`, fob),
    told(`手（账）册 ${number} 分配率`, `ratio of handbook ${number}`, ratio),
  ],
})
