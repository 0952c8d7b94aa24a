import type { Text } from '../model/text'
import { toFixed } from '../money/decimal'

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

/**
 * One formula of a calculator: which figure it makes of the input and of the figures before it. Without its inputs it makes
 * none: a figure that cannot be computed is absent, never zero.
 */
export type Formula<I> = {
  rule: string
  figure: string
  label: Text
  formula: Text
  make(given: I, sheet: Sheet): { value: string; inputs: Input[] } | undefined
}

/** The figures of one calculation, in the order they were made. */
export class Sheet {
  readonly #figures = new Map<string, Explained>()

  get(figure: string): Explained | undefined {
    return this.#figures.get(figure)
  }

  value(figure: string): string | undefined {
    return this.#figures.get(figure)?.value
  }

  put(explained: Explained): void {
    this.#figures.set(explained.figure, explained)
  }

  /** An input that is a figure of this sheet. */
  input(figure: string): Input {
    const of = this.#figures.get(figure)
    if (!of) throw new RangeError(`no figure ${figure}`)
    return { name: of.label, value: of.value, of }
  }

  all(): Explained[] {
    return [...this.#figures.values()]
  }
}

/** Run formulas in order. A formula whose figure stands already is a later rule for the same figure and replaces it. */
export function compute<I>(formulas: readonly Formula<I>[], given: I): Sheet {
  const sheet = new Sheet()
  for (const { rule, figure, label, formula, make } of formulas) {
    const made = make(given, sheet)
    if (made) sheet.put({ rule, figure, label, formula, value: made.value, inputs: made.inputs })
  }
  return sheet
}

/** An input as it was given. */
export const given = (zh: string, en: string, value: string): Input => ({ name: { zh, en }, value })
