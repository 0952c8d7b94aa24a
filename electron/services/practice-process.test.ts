import { EventEmitter } from 'node:events'
import type { UtilityProcess } from 'electron'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPracticeProcess, type PracticeState } from './practice-process'

/** A child that says what the test tells it to say; the real one is started by its own process test. */
class Child extends EventEmitter {
  readonly heard: unknown[] = []
  killed = false
  postMessage(message: unknown): void {
    this.heard.push(message)
  }
  kill(): boolean {
    this.killed = true
    this.emit('exit', 143)
    return true
  }
}

function practice() {
  const children: Child[] = []
  const forked: unknown[][] = []
  const states: PracticeState[] = []
  const process = createPracticeProcess({
    fork: (...args) => {
      forked.push(args)
      children.push(new Child())
      return children.at(-1) as unknown as UtilityProcess
    },
    modulePath: 'main.js',
    directory: 'data',
    report: (state) => states.push(state),
  })
  return { process, children, forked, states }
}

const ready = { kind: 'ready', url: 'http://127.0.0.1:5000', token: 't' }

afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

describe('the practice process', () => {
  it('is ready when the child says so, and is started once', async () => {
    const { process, children, states } = practice()
    const started = process.start()
    children[0]!.emit('message', { kind: 'nonsense' })
    children[0]!.emit('message', ready)
    expect(await started).toEqual(ready)
    expect(await process.start()).toEqual(ready)
    expect(children).toHaveLength(1)
    expect(states.map(({ kind }) => kind)).toEqual(['starting', 'ready'])
  })

  it('does not hand another program’s database on', () => {
    vi.stubEnv('DATABASE_URL', 'postgres://elsewhere')
    const { process, forked } = practice()
    void process.start()
    const { env } = forked[0]![2] as { env: NodeJS.ProcessEnv }
    expect(env).not.toHaveProperty('DATABASE_URL')
    expect(env).toHaveProperty('PATH')
  })

  it('keeps the reason when the service cannot start', async () => {
    const { process, children } = practice()
    const started = process.start()
    children[0]!.emit('message', { kind: 'failed', message: 'in use' })
    children[0]!.emit('exit', 1)
    expect(await started).toEqual({ kind: 'failed', message: 'in use' })
    expect(process.state()).toEqual({ kind: 'failed', message: 'in use' })
  })

  it('shows a death instead of starting again by itself, and can be started by hand', async () => {
    const { process, children } = practice()
    void process.start()
    children[0]!.emit('message', ready)
    children[0]!.emit('exit', 137)
    expect(process.state()).toEqual({ kind: 'failed', message: 'exit code 137' })
    expect(children).toHaveLength(1)
    const again = process.start()
    children[1]!.emit('message', ready)
    expect(await again).toEqual(ready)
  })

  it('asks the child to stop, and kills one that does not', async () => {
    const { process, children } = practice()
    void process.start()
    const stopped = process.stop()
    expect(children[0]!.heard).toEqual([{ kind: 'stop' }])
    children[0]!.emit('exit', 0)
    await stopped
    expect(process.state()).toEqual({ kind: 'stopped' })
    await process.stop()

    vi.useFakeTimers()
    void process.start()
    const stuck = process.stop()
    await vi.runAllTimersAsync()
    await stuck
    expect(children[1]!.killed).toBe(true)
  })
})
