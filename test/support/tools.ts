import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Programs by which signatures are judged that know nothing of ours. */
const needed = ['xmlsec1', 'xmllint', 'openssl']

/** Whether all of them are on the path. */
export const haveSignatureTools = (): boolean =>
  needed.every((name) =>
    (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name))),
  )
