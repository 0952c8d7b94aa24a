import { zipSync, type Zippable } from 'fflate'

/** Zip times would make equal packs differ. */
const FIXED_TIME = '1980-01-01T00:00:00'
/** Formats that are packed already and are only stored. */
const PACKED = /\.(pdf|png|jpe?g|zip|xlsx|docx|ofd)$/i

/** Files as one zip. The same files in the same order give the same bytes. */
export function zipPack(files: Iterable<readonly [name: string, content: Uint8Array]>): Uint8Array {
  const zippable: Zippable = {}
  for (const [name, content] of files) zippable[name] = [content, { level: PACKED.test(name) ? 0 : 6 }]
  return zipSync(zippable, { level: 6, mtime: FIXED_TIME })
}
