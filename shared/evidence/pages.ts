import type { FileType } from './document'

/**
 * How many pages a file has, as far as it says so in clear; undefined where it does not (a PDF whose page tree is packed).
 * @param text the bytes of the file, each as one character
 */
export function pagesOf(type: FileType, text: string): number | undefined {
  if (type === 'jpg' || type === 'png') return 1
  if (type === 'ofd') {
    // The names of a zip stand in clear: in front of each entry and once more in its table.
    const names = new Set(text.match(/Doc_\d+\/Pages\/Page_\d+\//g))
    return names.size > 0 ? names.size : undefined
  }
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0
  if (pages > 0) return pages
  const counts = [...text.matchAll(/\/Count\s+(\d+)/g)].map(([, count]) => Number(count))
  const most = Math.max(0, ...counts)
  return most > 0 ? most : undefined
}
