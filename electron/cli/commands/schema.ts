import { z } from 'zod'
import { DONE, UsageError, type Command } from '../command'
import { schemas } from '../schemas'

export const command: Command = {
  name: 'schema',
  usage: `schema NAME   JSON Schema of a record or report
  NAME: ${Object.keys(schemas).join(', ')}`,
  async run(args, io) {
    const [name = '', ...rest] = args
    const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined
    if (!schema || rest.length > 0)
      throw new UsageError(`no such record or report: ${args.join(' ') || '(none)'}`)
    io.out(z.toJSONSchema(schema))
    return DONE
  },
}
