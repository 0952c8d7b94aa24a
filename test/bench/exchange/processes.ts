import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'

export const lifeline = import.meta.resolve('../../support/end-with-parent.mjs')

/** Run a module to its end and read the JSON it prints. @throws with its exit code when it fails */
export async function report<T>(module: string, argument: unknown): Promise<T> {
  const child = spawn(process.execPath, ['--import', lifeline, module, JSON.stringify(argument)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const said = await text(child.stdout)
  const code = await ended
  if (code !== 0) throw new Error(`the process ended with ${code}`)
  return JSON.parse(said) as T
}

/** What a span of work took of a process: CPU time of the span, greatest memory so far. */
export async function usageDuring<T>(pid: number, work: () => Promise<T>): Promise<[T, Usage | undefined]> {
  const before = await usageOf(pid)
  const result = await work()
  const after = await usageOf(pid)
  return [result, before && after && { cpuMs: after.cpuMs - before.cpuMs, peakRss: after.peakRss }]
}

export type Usage = { cpuMs: number; peakRss: number }
const TICKS_A_SECOND = 100

/** Memory of a process now, in bytes; undefined where the system does not tell. */
export async function rssOf(pid: number | undefined): Promise<number | undefined> {
  const status = pid === undefined ? '' : await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const found = /VmRSS:\s+(\d+)/.exec(status)
  return found ? Number(found[1]) * 1024 : undefined
}

/** CPU time and greatest memory of a process so far; undefined where the system does not tell. */
export async function usageOf(pid: number): Promise<Usage | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    const ticks = Number(fields[11]) + Number(fields[12])
    return {
      cpuMs: (ticks * 1000) / TICKS_A_SECOND,
      peakRss: Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024,
    }
  } catch {
    return undefined
  }
}
