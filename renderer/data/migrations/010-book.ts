import type { Migration } from './migration'

/** `rebateLetters`: 函调 of the tax office about invoices of a supplier, and how each was answered. */
export const book010: Migration = { version: 10, stores: { rebateLetters: 'id' } }
