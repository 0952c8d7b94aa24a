import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Mutant } from './mutants'

/** The mistake a process was started with; undefined in every other one. */
const MISTAKE = 'YIGUAN_MUTANT'

export const withMistake = ({ file, find, put }: Mutant) => ({
  [MISTAKE]: JSON.stringify({ file, find, put }),
})

/** Puts the mistake of this process into the source as it is loaded or bundled. Nothing on the disk changes. */
export function planted(): Plugin[] {
  const told = process.env[MISTAKE]
  if (!told) return []
  const { file, find, put } = JSON.parse(told) as Pick<Mutant, 'file' | 'find' | 'put'>
  const place = join(import.meta.dirname, '../../..', file)
  return [
    {
      name: 'planted-mistake',
      enforce: 'pre',
      transform: (code, id) =>
        id.split('?')[0] === place ? { code: code.replace(find, () => put), map: null } : undefined,
    },
  ]
}
