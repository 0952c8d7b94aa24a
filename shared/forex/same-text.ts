/** Texts compared as a person would: width, case and blanks do not count; likeness is not equality. */
export const sameText = (a: string, b: string): boolean => a === b || plain(a) === plain(b)
export const plain = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/gu, ' ').trim().toLowerCase()
