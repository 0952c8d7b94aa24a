/** Units a second, rounded; undefined before there is anything to tell from. */
export function rateOf(done: number, elapsedMs: number): number | undefined {
  return done > 0 && elapsedMs >= 500 ? Math.round((done / elapsedMs) * 1000) : undefined
}

/** Seconds left at the rate so far; undefined while it would be a guess. */
export function remainingSeconds(
  done: number,
  total: number | undefined,
  elapsedMs: number,
): number | undefined {
  if (total === undefined || done <= 0 || done > total || elapsedMs < 1000) return undefined
  return Math.ceil(((total - done) * elapsedMs) / done / 1000)
}
