import { describe, expect, it } from 'vitest'
import { follow, type Day, type Followed } from './follow'
import { emptyReport } from './report'
import { exitCode } from './verdict'

type Run = Followed & { done: string[]; report: ReturnType<typeof emptyReport> }

/** A day whose steps note that they were done; the named one answers false or fails. */
function dayOf(over: Partial<Record<string, 'ends' | 'fails'>> = {}): Day<Run> {
  const step = (title: string) =>
    [
      title,
      async (run: Run) => {
        run.done.push(title)
        if (over[title] === 'fails') throw new Error('没有出现按钮')
        return Promise.resolve(over[title] !== 'ends')
      },
    ] as const
  return {
    offline: [step('导入'), step('申报')],
    early: step('未申报'),
    line: step('联网'),
    online: [step('回执'), step('核对')],
  }
}
function newRun(offline = false): Run {
  const done: string[] = []
  return {
    options: { offline },
    report: emptyReport('samples'),
    done,
    say: () => undefined,
    picture: (name) => Promise.resolve(void done.push(`picture ${name}`)),
  }
}

describe('the main job', () => {
  it('does everything in order, and nothing stays open', async () => {
    const run = newRun()
    await follow(run, dayOf())
    expect(run.done).toEqual(['导入', '申报', '联网', '回执', '核对'])
    expect([run.report.open, exitCode(run.report)]).toEqual([[], 0])
  })

  it.each([
    ['--offline', newRun(true), dayOf(), ['导入', '申报']],
    ['no single window', newRun(), dayOf({ 联网: 'ends' }), ['导入', '申报', '联网']],
  ] as const)('%s: the batch stays in the queue, and the exit code says so', async (_, run, day, done) => {
    await follow(run, day)
    expect(run.done).toEqual(done)
    expect(run.report.open).toEqual([expect.stringContaining('这一批留在发送队列')])
    expect(exitCode(run.report)).toBe(1)
  })

  it('says that the line was cut later on', async () => {
    const run = newRun()
    await follow(run, dayOf({ 回执: 'ends' }))
    expect(run.done).toEqual(['导入', '申报', '联网', '回执'])
    expect(run.report.open).toEqual([expect.stringContaining('联络中断')])
  })

  it('ends with the sheet of the day when there was nothing to declare', async () => {
    const run = newRun()
    await follow(run, dayOf({ 导入: 'ends' }))
    expect(run.done).toEqual(['导入', '未申报'])
  })

  it('names the step that could not be done, and keeps a picture of it', async () => {
    const run = newRun()
    await expect(follow(run, dayOf({ 申报: 'fails' }))).rejects.toThrow('「申报」没有做完：没有出现按钮')
    expect(run.done).toEqual(['导入', '申报', 'picture failed'])
  })
})
