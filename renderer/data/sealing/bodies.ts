import { DataRefusal } from '../errors/refusal'
import { severalApplications } from './several-applications'

/** How the body of one table came to its present form: `steps[i]` brings form i+1 to form i+2. */
export type BodyForms = { readonly steps: readonly ((body: never) => unknown)[] }

/** Present form of every sealed table; a table without an entry is in form 1. */
export const bodyForms: Record<string, BodyForms> = {
  forexCredits: { steps: [severalApplications] },
}

export function currentForm(table: string, forms = bodyForms): number {
  return (forms[table]?.steps.length ?? 0) + 1
}

/** Bring a body of form `v` to the present form. A body from the future is refused, never guessed at. */
export function bringUp(table: string, id: string, v: number, body: unknown, forms = bodyForms): unknown {
  const known = currentForm(table, forms)
  if (v > known) throw new DataRefusal('body-newer', { table, id, found: v, known })
  return (forms[table]?.steps ?? []).slice(v - 1).reduce<unknown>((value, step) => step(value as never), body)
}
