import { z } from 'zod'
import type { Language } from '../model/text'
import type { Fault } from './fault'

/** One fault in one language, as the command line and files show it. */
export const FaultLine = z.object({
  path: z.string(),
  rule: z.string(),
  severity: z.enum(['refuse', 'warn']),
  value: z.string(),
  message: z.string(),
  fix: z.string(),
})
export type FaultLine = z.infer<typeof FaultLine>

/** The verdict on one file. `message` is its type, '' when it could not be read; `ok`: nothing refuses it. */
export const FileVerdict = z.object({
  file: z.string(),
  message: z.string(),
  ok: z.boolean(),
  faults: z.array(FaultLine),
})
export type FileVerdict = z.infer<typeof FileVerdict>

export const faultLines = (faults: readonly Fault[], language: Language): FaultLine[] =>
  faults.map(({ message, fix, ...fault }) => ({ ...fault, message: message[language], fix: fix[language] }))
