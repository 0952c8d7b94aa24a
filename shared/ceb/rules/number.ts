import type { Values } from '../message'

const shape = /^\d+(\.\d+)?$/

/** The value of a field when it is a plain number; undefined when it is absent or something the field checks refuse. */
export function numberOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return value !== undefined && shape.test(value) ? value : undefined
}

/** The value of a field unless it is absent or empty, which mean the same in a message. */
export const textOf = (values: Values, name: string): string | undefined => values[name] || undefined
