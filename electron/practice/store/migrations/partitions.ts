/** Enough to spread parks over disks later; a single park does not notice. */
const PARTITIONS = 8

/**
 * The partitions of a table `PARTITION BY HASH (enterprise)`: those that grow with every document. Hash, not list: a new
 * enterprise needs no DDL, and every query names one enterprise, so it touches one partition. Part of released
 * migrations: never changed.
 */
export const partitions = (table: string): string[] =>
  Array.from(
    { length: PARTITIONS },
    (_, n) =>
      `CREATE TABLE ${table}_${n} PARTITION OF ${table} FOR VALUES WITH (MODULUS ${PARTITIONS}, REMAINDER ${n})`,
  )
