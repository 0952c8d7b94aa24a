import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { z } from 'zod'
import { RefusedError } from './command'

/** Records of an NDJSON file, one at a time. A line that is none of this schema is named and ends the work. */
export async function* readRecords<T extends z.ZodType>(file: string, schema: T): AsyncGenerator<z.infer<T>> {
  let number = 0
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    number += 1
    const text = number === 1 ? line.replace(/^\ufeff/, '') : line
    if (text.trim() === '') continue
    let json: unknown
    try {
      json = JSON.parse(text)
    } catch {
      throw new RefusedError(
        `${file} line ${number}: not JSON. One record a line is expected, as import --out writes.`,
      )
    }
    const parsed = schema.safeParse(json)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      throw new RefusedError(
        `${file} line ${number}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''} (yiguan schema shows the form)`,
      )
    }
    yield parsed.data
  }
}
