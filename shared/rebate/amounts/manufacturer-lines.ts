import { abs, allocate, cmp, div, isZero, mul, sub, sum } from '../../money/decimal'
import { cents, given as told, type Input } from '../../rules/explain'
import type { ManufacturerPeriod } from './manufacturer-period'
import { levyRatesOn } from './rates-on'

const PLACES = 12

/** An export line with its FOB in CNY and both rates, and what the FOB was made of. */
export type PeriodLine = {
  fob: string
  levy: string
  rebate: string
  bonded: boolean
  inputs: () => Input[]
  /** Bonded material in it by the ratio of its handbook. */
  material?: { value: string; inputs: () => Input[] }
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
    (
      { fobCny, fobForeign, fx, levyRate = standard, rebateRate, bondedProcessing, handbook, line, part },
      at,
    ) => {
      const name = line ?? String(at + 1)
      const of = part === undefined ? '' : ` × ${part}`
      const converted = fobForeign !== undefined && fx !== undefined ? cents(mul(fobForeign, fx)) : undefined
      const fob = fobCny ?? converted
      if (fob === undefined || levyRate === undefined) return incomplete.push(name)
      const inputs = () =>
        fobCny === undefined
          ? [
              told(`第 ${name} 行离岸价（外币）${of}`, `FOB of line ${name} (foreign)${of}`, fobForeign!),
              told('汇率', 'rate', fx!),
            ]
          : [told(`第 ${name} 行离岸价${of}`, `FOB of line ${name}${of}`, fob)]
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
  inputs: () => [
    told(`第 ${name} 行离岸价`, `FOB of line ${name}`, fob),
    told(`手（账）册 ${number} 分配率`, `ratio of handbook ${number}`, ratio),
  ],
})

/** Exempt material × a rate: at one rate as a whole, else by the share of the lines it can have gone into. */
export function offsetOf(
  material: string,
  lines: readonly PeriodLine[],
  rateOf: (line: PeriodLine) => string,
): string {
  if (isZero(material)) return '0.00'
  const bonded = lines.filter((line) => line.bonded)
  const into = bonded.length > 0 ? bonded : lines
  const [first] = into
  if (!first) return '0.00'
  if (into.every((line) => cmp(rateOf(line), rateOf(first)) === 0)) return cents(mul(material, rateOf(first)))
  // Material by handbook: each line its own, so that ratios and rates need not be the same.
  const own = into.flatMap((line) => line.material?.value ?? [])
  if (own.length === into.length && cmp(sum(own), material) === 0) {
    return cents(sum(into.map((line) => cents(mul(line.material!.value, rateOf(line))))))
  }
  const parts = sharesOf(
    material,
    into.map(({ fob }) => fob),
  )
  return cents(sum(parts.map((part, at) => cents(mul(part, rateOf(into[at]!))))))
}

/** Parts of the material by FOB, to the cent. A line that reverses an export takes its part back. */
function sharesOf(material: string, fobs: readonly string[]): string[] {
  const total = sum(fobs)
  if (isZero(total)) return allocate(material, fobs.map(abs), 2)
  const parts = fobs.slice(0, -1).map((fob) => cents(div(mul(material, fob), total, PLACES)))
  return [...parts, sub(material, sum(parts))]
}
