import { z } from 'zod'
import type { Mapping as MappingType } from '../table/mapping'

const names = z.array(z.string()).min(1)

/** MAP.json: field → column of the file, `#3`, `A+B`, `=text`, or one of the forms that profiles use. */
export const Mapping: z.ZodType<MappingType> = z.record(
  z.string(),
  z.union([
    z.string().min(1),
    z.strictObject({ join: names, by: z.string().exactOptional() }),
    z.strictObject({ sum: names }),
    z.strictObject({ constant: z.string() }),
  ]),
)
