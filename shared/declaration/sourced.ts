/** A stored record with the id and revision under which a built 清单 remembers it. */
export type Sourced<T> = { id: string; rev: number; value: T }
