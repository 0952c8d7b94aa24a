/**
 * How many acts of each writer a record holds the result of. A writer is one session of one desk: its name is made anew
 * at each unlock, so a desk that was restored from an older copy never counts on where others already heard it count.
 */
export type Version = Readonly<Record<string, number>>

/** Name of one act of one writer on one record. */
export type Dot = string

export const dotOf = (writer: string, count: number): Dot => `${writer}:${count}`

/** Whether the act with this name is among those seen. */
export function covers(version: Version, dot: Dot): boolean {
  const at = dot.lastIndexOf(':')
  return (version[dot.slice(0, at)] ?? 0) >= Number(dot.slice(at + 1))
}

/** Whether everything in `older` is in `newer` too. */
export const isWithin = (older: Version, newer: Version): boolean =>
  Object.entries(older).every(([writer, count]) => (newer[writer] ?? 0) >= count)

export function joinVersions(a: Version, b: Version): Version {
  const joined: Record<string, number> = { ...a }
  for (const [writer, count] of Object.entries(b)) joined[writer] = Math.max(joined[writer] ?? 0, count)
  return joined
}
