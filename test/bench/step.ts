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

/** By the clock, and by the processor: the time all threads of the process had of it, collecting garbage among them. */
export type Took = { ms: number; processorMs: number }

/** Milliseconds to a hundredth: some bare work takes less than one. */
const hundredths = (ms: number): number => Math.max(0.01, Math.round(ms * 100) / 100)

export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now()
  const result = await work()
  return { ms: hundredths(performance.now() - start), result }
}

/** The same with the time of the processor, which a page cannot ask for. */
export async function timedByProcessor<T>(work: () => T | Promise<T>): Promise<Took & { result: T }> {
  const before = process.cpuUsage()
  const took = await timed(work)
  const { user, system } = process.cpuUsage(before)
  return { ...took, processorMs: hundredths((user + system) / 1000) }
}
