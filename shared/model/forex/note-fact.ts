import { z } from 'zod'
import { Source } from '../order'
import { noteFileKinds } from '../import-report'

/** A row of a file that states what an officer would otherwise note by hand: kind and name as of a note, and its value. */
export const NoteFact = z.object({
  record: z.literal('forex-note'),
  kind: z.enum(noteFileKinds),
  name: z.string().min(1),
  value: z.json(),
  source: Source,
})
export type NoteFact = z.infer<typeof NoteFact>
