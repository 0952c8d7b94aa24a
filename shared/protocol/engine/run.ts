import { mood } from './call'
import { backoff } from './pace'
import type { Ports } from './ports'
import { newMemory, turn, type StopSignal } from './turn'

/**
 * Drive the engine until stopped; run one per book (the caller holds the lock). Wake it through `clock.sleep` when
 * something was queued or the line came back.
 * @param failed told when the store throws (disk full, database closed); the engine waits and tries again
 */
export async function runEngine(
  ports: Ports,
  signal: StopSignal,
  failed: (error: unknown, inARow: number) => void = () => undefined,
): Promise<void> {
  const memory = newMemory()
  let failures = 0
  while (!signal.aborted) {
    try {
      const until = await turn(ports, memory, signal)
      failures = 0
      if (until !== undefined && !signal.aborted) {
        await ports.clock.sleep(Math.max(0, until - ports.clock.now()))
      }
    } catch (error) {
      failures += 1
      failed(error, failures)
      await ports.clock.sleep(backoff(failures, mood(ports)))
    }
  }
}
