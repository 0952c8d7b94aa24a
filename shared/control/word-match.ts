const latin = /^[\u0020-\u024f]+$/

/** Whether a text has a word: a Latin one as a whole word, a Chinese one anywhere. Case and width do not matter. */
export function hasWord(text: string, word: string): boolean {
  const [where, what] = [text.normalize('NFKC').toLowerCase(), word.normalize('NFKC').toLowerCase().trim()]
  if (what === '') return false
  if (!latin.test(what)) return where.includes(what)
  for (let at = where.indexOf(what); at >= 0; at = where.indexOf(what, at + 1)) {
    const [before, after] = [where[at - 1] ?? ' ', where[at + what.length] ?? ' ']
    if (!/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after)) return true
  }
  return false
}
