import type { Text } from '../model/text'
import { sumFixed, toFixed } from '../money/decimal'

/** A figure that went into another, with where it comes from when it is one of ours. */
export type Input = { name: Text; value: string; of?: Explained }

/**
 * A figure with how it was made: the formula in words, what went into it, the rule it follows. A print walks the tree, and
 * an accountant recomputes every figure from it.
 */
export type Explained = {
  figure: string
  label: Text
  value: string
  rule: string
  formula: Text
  inputs: Input[]
}

/** Rounded half up to cents and written with two digits, as every form wants amounts (C15). */
export const cents = (value: string): string => toFixed(value, 2)
/** The same of a sum. */
export const centsOf = (values: readonly string[]): string => sumFixed(values, 2)

/** A figure as a formula makes it; `inputs` are only collected where somebody looks. */
export type Made = { value: string; inputs: () => Input[] }

/**
 * One formula of a calculator: which figure it makes of the input and of the figures before it. Without its inputs it makes
 * none: a figure that cannot be computed is absent, never zero.
 */
export type Formula<I> = {
  rule: string
  figure: string
  label: Text
  formula: Text
  make(given: I, sheet: Sheet): Made | undefined
}

/** The values of figures, in the order they were made. */
export type Values = Readonly<Record<string, string>>

/** The figures of one calculation, in the order they were made. */
export class Sheet {
  readonly values: Record<string, string> = {}
  readonly #explained = new Map<string, Explained>()

  value(figure: string): string | undefined {
    return this.values[figure]
  }

  explain(explained: Explained): void {
    this.#explained.set(explained.figure, explained)
  }

  /** An input that is a figure of this sheet. */
  input(figure: string): Input {
    const of = this.#explained.get(figure)
    if (!of) throw new RangeError(`no figure ${figure}`)
    return { name: of.label, value: of.value, of }
  }

  all(): Explained[] {
    return [...this.#explained.values()]
  }
}

/** Run formulas in order. A formula whose figure stands already is a later rule for the same figure and replaces it. */
export function compute<I>(formulas: readonly Formula<I>[], given: I): Sheet {
  const sheet = new Sheet()
  for (const { rule, figure, label, formula, make } of formulas) {
    const made = make(given, sheet)
    if (!made) continue
    sheet.values[figure] = made.value
    sheet.explain({ rule, figure, label, formula, value: made.value, inputs: made.inputs() })
  }
  return sheet
}

/** The values `compute` comes to, without how they were made: what a batch of a hundred thousand lines is judged with. */
export function computeValues<I>(formulas: readonly Formula<I>[], given: I): Values {
  const sheet = new Sheet()
  for (const one of formulas) {
    const made = one.make(given, sheet)
    if (made) sheet.values[one.figure] = made.value
  }
  return sheet.values
}

/** An input as it was given. */
export const given = (zh: string, en: string, value: string): Input => ({ name: { zh, en }, value })
