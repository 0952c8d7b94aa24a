import { bundle } from '../support/bundle'
import { edited, type Edit } from '../support/edited'

/** Worker, simulator and engine as one file, with mistakes in the engine's source. Gives where the module is. */
export const bundleSim = async (name: string, edits: readonly Edit[] = []): Promise<string> =>
  bundle(`sim-${name}`, 'test/sim/worker.ts', [await edited(edits)])
