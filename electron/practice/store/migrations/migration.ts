/** A migration is never edited after a release: the next change is the next file. */
export type Migration = { name: string; statements: readonly string[] }
