/** Names inside a pack: letters, digits and Chinese, in one folder. */
export const packName = /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*(\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*)?$/u

const LONGEST_NAME = 80

const safe = (text: string): string => {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '_')
    .replace(/^[._]+/, '')
  return plain === '' ? 'file' : plain
}

export type NameFor = (folder: string, stem: string, original: string) => string

/** A name of its own for every file of a pack; the ending of the original stays, or nobody could open it. */
export function namesFor(taken = new Set<string>()): NameFor {
  return (folder, given, original) => {
    const ending = /\.[\p{L}\p{N}]{1,8}$/u.exec(original)?.[0] ?? ''
    const stem = safe(given).slice(0, LONGEST_NAME)
    for (let count = 1; ; count += 1) {
      const name = `${folder}/${stem}${count === 1 ? '' : `-${count}`}${ending}`
      // File systems that know no case would overwrite one with the other.
      if (taken.has(name.toLowerCase())) continue
      taken.add(name.toLowerCase())
      return name
    }
  }
}
