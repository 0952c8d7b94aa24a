/** Run tasks one after another: read-change-write of one small file must not interleave. A failure stops nothing behind it. */
export function createSerial(): <T>(task: () => Promise<T>) => Promise<T> {
  let tail: Promise<unknown> = Promise.resolve()
  return (task) => {
    const run = tail.then(task, task)
    // What the last task gave is nobody's here: keys and names would be held until the next one.
    tail = run.then(
      () => undefined,
      () => undefined,
    )
    return run
  }
}
