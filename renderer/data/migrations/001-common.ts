import type { Migration } from './migration'

/** Public reference data and what belongs to the machine, not to an enterprise. Nothing here is sealed. */
export const common001: Migration = {
  version: 1,
  stores: { codes: 'id', versions: 'name', settings: 'key' },
}
