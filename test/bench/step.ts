/** One measured step. Both times in milliseconds, from the same run over the same records. */
export type Step = {
  step: string
  /** What the step worked on, counted by its own result. */
  count: number
  unit: string
  ms: number
  /** The least that has to be done for the same result, in words and measured. */
  bare: string
  bareMs: number
}

/** Milliseconds to a hundredth: some bare work takes less than one. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { ms: Math.max(0.01, Math.round((performance.now() - start) * 100) / 100), result }
}
