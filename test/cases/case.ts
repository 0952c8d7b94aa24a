import { z } from 'zod'

/** One case file: facts, the day the check is run, and what the engine has to say of them. */
export const Case = z.object({
  id: z.string(),
  title: z.string(),
  kind: z.string(),
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  given: z.record(z.string(), z.unknown()),
  expect: z.record(z.string(), z.unknown()),
  /** Largest allowed difference of two decimals. */
  tolerance: z.string().optional(),
  source: z.string().optional(),
  rules: z.array(z.string()).optional(),
  note: z.string().optional(),
  verification: z.string().optional(),
})
export type Case = z.infer<typeof Case>

/** What an engine says of a case, in the words of its `expect`; findings as the engine makes them. */
export type Answer = Readonly<Record<string, unknown>> & {
  findings?: readonly { rule: string; target: string; severity: string }[]
}

/** A file that lies beside the case, by its name. */
export type ReadBeside = (name: string) => Uint8Array

/** Renames and regroups the facts of one kind for an engine, and its answer back. It knows no rule. */
export type Adapter = (given: Case['given'], asOf: string, beside?: ReadBeside) => Answer

/** One field that is not as stated. */
export type Difference = { field: string; expected: unknown; got: unknown }
