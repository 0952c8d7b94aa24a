import { add } from '../money/decimal'
import type { DeclaredLine } from './lines'

export type ParcelWeight = { id: string; grossWeight?: string }
export type Portion = { line: DeclaredLine; quantity: string }

/** What cannot be cut: a piece, or the whole of a line that is sold by measure. */
type Unit = { at: number; quantity: string; weight: number }
type Load = { target: number; weight: number; units: Unit[] }

/**
 * Which piece lies in which parcel is in no file. Pieces go, the heaviest first, where most room is left in proportion
 * to the weighed parcels (all alike where weights are not known); every parcel gets one at least.
 * Floats decide only the placing; the quantities that are declared stay exact.
 * @returns portions of each parcel in the order of the lines; undefined when there are fewer pieces than parcels
 */
export function dealOut(
  lines: readonly DeclaredLine[],
  parcels: readonly ParcelWeight[],
  pieceWeight: (sku: string) => string | undefined,
): Portion[][] | undefined {
  if (parcels.length <= 1) return [lines.map((line) => ({ line, quantity: line.quantity }))]
  const units = cut(lines, pieceWeight)
  if (units.length < parcels.length) return undefined
  const loads = emptyLoads(parcels, units)
  for (const unit of units) put(unit, roomiest(loads))
  for (const load of loads) if (load.units.length === 0) put(lightestOf(fullest(loads)), load)
  return loads.map((load) => portions(lines, load))
}

function cut(lines: readonly DeclaredLine[], pieceWeight: (sku: string) => string | undefined): Unit[] {
  const known = lines.every(({ sku }) => pieceWeight(sku) !== undefined)
  const units = lines.flatMap(({ sku, quantity }, at): Unit[] => {
    const weight = known ? Number(pieceWeight(sku)) : 1
    if (quantity.includes('.')) return [{ at, quantity, weight: weight * Number(quantity) }]
    return Array.from({ length: Number(quantity) }, () => ({ at, quantity: '1', weight }))
  })
  return units.sort((a, b) => b.weight - a.weight || a.at - b.at)
}

function emptyLoads(parcels: readonly ParcelWeight[], units: readonly Unit[]): Load[] {
  const weighed = parcels.every(({ grossWeight }) => Number(grossWeight ?? 0) > 0)
  const gross = parcels.map(({ grossWeight }) => (weighed ? Number(grossWeight) : 1))
  const all = gross.reduce((sum, weight) => sum + weight, 0)
  const net = units.reduce((sum, { weight }) => sum + weight, 0)
  return gross.map((weight) => ({ target: (net * weight) / all, weight: 0, units: [] }))
}

const room = ({ target, weight }: Load) => target - weight
const roomiest = (loads: readonly Load[]) =>
  loads.reduce((best, load) => (room(load) > room(best) ? load : best))
const fullest = (loads: readonly Load[]) =>
  loads.reduce((best, load) => (load.units.length > best.units.length ? load : best))

function put(unit: Unit, load: Load): void {
  load.units.push(unit)
  load.weight += unit.weight
}

/** Units were dealt the heaviest first, so the last one is the lightest. */
function lightestOf(load: Load): Unit {
  const unit = load.units.pop()
  if (!unit) throw new RangeError('no unit to move')
  load.weight -= unit.weight
  return unit
}

function portions(lines: readonly DeclaredLine[], { units }: Load): Portion[] {
  const quantities = new Map<number, string>()
  for (const { at, quantity } of units) quantities.set(at, add(quantities.get(at) ?? '0', quantity))
  return lines.flatMap((line, at) => {
    const quantity = quantities.get(at)
    return quantity === undefined ? [] : [{ line, quantity }]
  })
}
