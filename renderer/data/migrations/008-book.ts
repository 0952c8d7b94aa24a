import type { Migration } from './migration'

/**
 * 备案, 证照 and 委托.
 * - `parties`: masters of enterprises and persons as they are filed.
 * - `evidence`, `evidenceFiles`: papers with their validity, and the sealed bytes of their files in parts.
 * - `authorisations`: what the enterprise of the book gave its agent leave for.
 */
export const book008: Migration = {
  version: 8,
  stores: { parties: 'id', evidence: 'id', evidenceFiles: 'id', authorisations: 'id' },
}
