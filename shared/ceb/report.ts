import { z } from 'zod'
import type { Language } from '../model/text'
import type { Fault } from './fault'

/** One fault in one language, as the command line and files show it. `at`: which message of a file that holds several. */
export const FaultLine = z.object({
  at: z.int().positive().optional(),
  path: z.string(),
  rule: z.string(),
  severity: z.enum(['refuse', 'warn']),
  value: z.string(),
  message: z.string(),
  fix: z.string(),
})
export type FaultLine = z.infer<typeof FaultLine>

/** How many faults of one file are listed; all of them are counted. */
export const listedFaults = 1000

/**
 * The verdict on one file. `message` is its type, '' when it could not be read; `ok`: nothing refuses it. A file that
 * holds several messages says how many, how many of them are refused, and how many faults there are in all.
 */
export const FileVerdict = z.object({
  file: z.string(),
  message: z.string(),
  ok: z.boolean(),
  faults: z.array(FaultLine),
  messages: z.int().optional(),
  refused: z.int().optional(),
  faultCount: z.int().optional(),
})
export type FileVerdict = z.infer<typeof FileVerdict>

export const faultLines = (faults: readonly Fault[], language: Language): FaultLine[] =>
  faults.map(({ message, fix, ...fault }) => ({ ...fault, message: message[language], fix: fix[language] }))
