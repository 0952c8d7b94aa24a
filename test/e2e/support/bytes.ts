import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** The ways a text may lie in a file: as text in any encoding a browser engine uses, escaped, or wrapped once. */
export function formsOf(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8')
  const utf16 = Buffer.from(text, 'utf16le')
  const escaped = text.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
  const percent = encodeURIComponent(text)
  const forms = [utf8, utf16, Buffer.from(utf16).swap16(), ...base64(utf8), Buffer.from(utf8.toString('hex'))]
  for (const other of [escaped, percent, percent.toLowerCase()])
    if (other !== text) forms.push(Buffer.from(other))
  return forms
}

/** The part of its base64 that does not depend on what stands before and after, for each of the three alignments. */
function base64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    return Buffer.from(whole.slice(Math.ceil((shift * 8) / 6), -1))
  })
}

/** Every file below a folder, as paths from there. */
export async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

export type Find = { file: string; name: string }

/** Where any form of these named needles occurs, in the bytes of the files or in their names. */
export async function findBytes(
  folder: string,
  files: readonly string[],
  needles: Readonly<Record<string, readonly Buffer[]>>,
): Promise<Find[]> {
  const found: Find[] = []
  for (const file of files) {
    const bytes = Buffer.concat([Buffer.from(`${file}\n`), await readFile(path.join(folder, file))])
    for (const [name, forms] of Object.entries(needles)) {
      if (forms.some((form) => bytes.includes(form))) found.push({ file, name })
    }
  }
  return found
}
