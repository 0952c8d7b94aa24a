import { z } from 'zod'
import { DONE, UsageError, type Command } from '../command'
import { schemas } from '../schemas'
import { wrapped } from '../wrapped'

export const command: Command = {
  name: 'schema',
  usage: `schema NAME
Prints the JSON Schema of a record or report.
NAME is one of
${wrapped(Object.keys(schemas), 2)}`,
  async run(args, io) {
    const [name = '', ...rest] = args
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
    if (!schema || rest.length > 0)
      throw new UsageError(`no such record or report: ${args.join(' ') || '(none)'}`)
    io.out(z.toJSONSchema(schema))
    return DONE
  },
}
