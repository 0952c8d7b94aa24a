const dayMs = 86_400_000

/** Whole days from one business day to another; undefined when either is not a day. */
export function ageInDays(day: string, today: string): number | undefined {
  const [from, to] = [Date.parse(`${day}T00:00:00Z`), Date.parse(`${today}T00:00:00Z`)]
  return Number.isNaN(from) || Number.isNaN(to) ? undefined : Math.round((to - from) / dayMs)
}
