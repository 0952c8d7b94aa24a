const characters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/** The 9th character that belongs to the first 8 of an organisation code (GB 11714). */
export function organisationCheckCharacter(first8: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * characters.indexOf(first8[i] ?? ''), 0)
  return '0123456789X'.charAt((11 - (sum % 11)) % 11)
}

/** Whether 9 characters, with or without the hyphen before the last, are an organisation code. */
export function isOrganisationCode(code: string): boolean {
  const bare = code.replace(/^(.{8})-(.)$/, '$1$2')
  return /^[0-9A-Z]{8}[0-9X]$/.test(bare) && organisationCheckCharacter(bare) === bare[8]
}
