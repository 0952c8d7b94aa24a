/** Do `work` unless it was done for the same inputs and its outputs are still there; tells whether it had to be done. */
export function unlessDone(
  name: string,
  files: { inputs: string[]; outputs: string[] },
  work: () => Promise<void>,
): Promise<boolean>
