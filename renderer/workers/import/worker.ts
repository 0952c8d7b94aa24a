import { expose } from 'comlink'
import type { ImportProgress, SentinelPort } from '../../data/port'
import { keepRefusals } from '../refusal-transfer'
import { runMend } from './mend'
import { preview, runImport } from './run'
import type { ImportEnd, ImportTask } from './run'

/** At most this often progress is told; telling it costs more than a batch of rows. */
const progressEveryMs = 200

const signal = { aborted: false }

const api = {
  run(task: ImportTask, sentinel: SentinelPort, progress: (p: ImportProgress) => void): Promise<ImportEnd> {
    let told = 0
    return runImport(task, sentinel, signal, (p) => {
      const now = performance.now()
      if (now - told < progressEveryMs) return
      told = now
      progress(p)
    })
  },
  mend: runMend,
  preview,
  cancel(): void {
    signal.aborted = true
  },
}
export type ImportWorkerApi = typeof api

keepRefusals()
expose(api)
