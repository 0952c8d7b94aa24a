import { join } from 'node:path'

/** How modules are found for a page and its workers. */
export const pageResolve = { alias: { crypto: join(import.meta.dirname, 'page-crypto.mjs') } }
