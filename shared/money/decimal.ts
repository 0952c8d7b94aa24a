/**
 * Exact decimal arithmetic on plain decimal text (`-?digits[.digits]`, no exponent), the only form in which
 * amounts, quantities and weights travel. Results are canonical: no exponent, no trailing zeros, never `-0`;
 * equal values are equal strings. Anything that is not decimal text throws a RangeError.
 * Inside, a value is a bigint scaled by a power of ten; that form never leaves this file (figures: README.md).
 */

type Scaled = { units: bigint; places: number }

const DECIMAL = /^-?\d+(\.\d+)?$/
const CANONICAL = /^(0|-?(?:[1-9]\d*|0(?=\.))(\.\d*[1-9])?)$/

const powers: bigint[] = [1n]

function power(places: number): bigint {
  while (powers.length <= places) powers.push((powers[powers.length - 1] as bigint) * 10n)
  return powers[places] as bigint
}

function refuse(text: string): never {
  throw new RangeError(`not a decimal: ${JSON.stringify(text)}`)
}

function parse(text: string): Scaled {
  if (!DECIMAL.test(text)) refuse(text)
  const dot = text.indexOf('.')
  if (dot < 0) return { units: BigInt(text), places: 0 }
  return { units: BigInt(text.slice(0, dot) + text.slice(dot + 1)), places: text.length - dot - 1 }
}

function fixed(units: bigint, places: number): string {
  if (places === 0) return units.toString()
  const negative = units < 0n
  const digits = (negative ? -units : units).toString().padStart(places + 1, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`
}

function canonical(units: bigint, places: number): string {
  if (places === 0 || units === 0n) return units === 0n ? '0' : units.toString()
  const text = fixed(units, places)
  let end = text.length
  while (text[end - 1] === '0') end--
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end)
}

/** Half away from zero, the commercial rounding that amounts are declared with. */
function divideHalfUp(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n
  const n = numerator < 0n ? -numerator : numerator
  const d = denominator < 0n ? -denominator : denominator
  const quotient = (2n * n + d) / (2n * d)
  return negative ? -quotient : quotient
}

function rescale(value: Scaled, places: number): bigint {
  if (places === value.places) return value.units
  return places > value.places
    ? value.units * power(places - value.places)
    : divideHalfUp(value.units, power(value.places - places))
}

/** True for text that every function here accepts. */
export function isDecimal(text: string): boolean {
  return DECIMAL.test(text)
}

/** The canonical form of a decimal: `007.50` → `7.5`, `-0.0` → `0`. */
export function normalize(text: string): string {
  if (CANONICAL.test(text)) return text
  const value = parse(text)
  return canonical(value.units, value.places)
}

export function add(a: string, b: string): string {
  const x = parse(a)
  const y = parse(b)
  const places = Math.max(x.places, y.places)
  return canonical(rescale(x, places) + rescale(y, places), places)
}

export function sub(a: string, b: string): string {
  const x = parse(a)
  const y = parse(b)
  const places = Math.max(x.places, y.places)
  return canonical(rescale(x, places) - rescale(y, places), places)
}

export function mul(a: string, b: string): string {
  const x = parse(a)
  const y = parse(b)
  return canonical(x.units * y.units, x.places + y.places)
}

/** Quotient rounded half-up to `places`. Throws a RangeError when `b` is zero. */
export function div(a: string, b: string, places: number): string {
  const x = parse(a)
  const y = parse(b)
  if (y.units === 0n) throw new RangeError('division by zero')
  return canonical(divideHalfUp(x.units * power(places + y.places), y.units * power(x.places)), places)
}

export function cmp(a: string, b: string): -1 | 0 | 1 {
  if (a === b && DECIMAL.test(a)) return 0
  const x = parse(a)
  const y = parse(b)
  const places = Math.max(x.places, y.places)
  const left = rescale(x, places)
  const right = rescale(y, places)
  return left < right ? -1 : left > right ? 1 : 0
}

export function neg(a: string): string {
  const x = parse(a)
  return canonical(-x.units, x.places)
}

export function abs(a: string): string {
  const x = parse(a)
  return canonical(x.units < 0n ? -x.units : x.units, x.places)
}

export function isZero(a: string): boolean {
  if (!DECIMAL.test(a)) refuse(a)
  return !/[1-9]/.test(a)
}

/** Rounded half-up (half away from zero) to at most `places` digits; canonical, so `round('2.50', 2)` is `2.5`. */
export function round(a: string, places: number): string {
  return canonical(rescale(parse(a), places), places)
}

/** Rounded half-up and written with exactly `places` digits, for print and messages. */
export function toFixed(a: string, places: number): string {
  return isFixed(a, places) ? a : fixed(rescale(parse(a), places), places)
}

/** Whether text is written as `toFixed` writes it, as most amounts are. */
function isFixed(text: string, places: number): boolean {
  const dot = text.length - places - 1
  if (text[dot] !== '.' || text[0] === '-' || !DECIMAL.test(text)) return false
  return text[0] !== '0' || dot === 1
}

/** What decimals add up to, rounded half-up and written with exactly `places` digits. */
export function sumFixed(values: readonly string[], places: number): string {
  return toFixed(values.length === 1 ? values[0]! : sum(values), places)
}

/** A running exact sum; use it instead of folding `add` over many values. */
export class ExactSum {
  #units = 0n
  #places = 0

  add(text: string): void {
    const value = parse(text)
    if (value.places > this.#places) {
      this.#units *= power(value.places - this.#places)
      this.#places = value.places
    }
    this.#units += value.units * power(this.#places - value.places)
  }

  toString(): string {
    return canonical(this.#units, this.#places)
  }
}

export function sum(values: Iterable<string>): string {
  if (Array.isArray(values) && values.length === 1) return normalize(values[0] as string)
  const total = new ExactSum()
  for (const value of values) total.add(value)
  return total.toString()
}

/**
 * Split `total` in proportion to `weights` into parts of at most `places` digits that add up to `total` exactly;
 * what rounding leaves over lies on the last part. Weights must not be negative; when all are zero they count
 * as equal. An empty `weights` is a RangeError.
 */
export function allocate(total: string, weights: readonly string[], places: number): string[] {
  if (weights.length === 0) throw new RangeError('nothing to allocate to')
  const all = weights.map((weight) => parse(weight))
  if (all.some((weight) => weight.units < 0n)) throw new RangeError('negative weight')
  if (all.length === 1) return [normalize(total)]
  const widest = Math.max(...all.map((weight) => weight.places))
  let shares = all.map((weight) => rescale(weight, widest))
  let whole = shares.reduce((a, b) => a + b, 0n)
  if (whole === 0n) {
    shares = shares.map(() => 1n)
    whole = BigInt(shares.length)
  }
  const amount = parse(total)
  const parts: string[] = []
  const given = new ExactSum()
  for (const share of shares.slice(0, -1)) {
    const part = canonical(
      divideHalfUp(amount.units * share * power(places), whole * power(amount.places)),
      places,
    )
    given.add(part)
    parts.push(part)
  }
  parts.push(sub(total, given.toString()))
  return parts
}
