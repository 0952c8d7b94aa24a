import type { Report } from './report'

/** A step that answers false ends the run: the line is cut, or nothing is left to do. Everything is stored. */
export type Step<Run> = readonly [title: string, act: (run: Run) => Promise<boolean | void>]

/** What following the steps needs of a run; `offline`: the line is never asked for. */
export type Followed = {
  options: { offline: boolean }
  report: Pick<Report, 'open'>
  say(text: string): void
  picture(name: string): Promise<void>
}

/** The parts of the day. `early` is done when there was nothing to declare, and ends it. */
export type Day<Run> = {
  offline: readonly Step<Run>[]
  early: Step<Run>
  line: Step<Run>
  online: readonly Step<Run>[]
}

/**
 * Do the steps of the day in order; how it ended early stands in the report as a point that is open.
 * @throws with the name of the step that could not be done
 */
export async function follow<Run extends Followed>(run: Run, day: Day<Run>): Promise<void> {
  if (!(await steps(run, day.offline))) {
    await steps(run, [day.early])
    return
  }
  if (run.options.offline || !(await steps(run, [day.line])))
    run.report.open.push('没有联络到单一窗口：这一批留在发送队列，联网后自动送达')
  else if (!(await steps(run, day.online)))
    run.report.open.push('与单一窗口的联络中断：已发送的不重复发送，其余留在本机，联网后自动继续')
}

/** False as soon as a step says that the run ends. */
async function steps<Run extends Followed>(run: Run, all: readonly Step<Run>[]): Promise<boolean> {
  for (const [title, act] of all) {
    run.say(title)
    try {
      if ((await act(run)) === false) return false
    } catch (error) {
      await run.picture('failed').catch(() => undefined)
      throw new Error(`「${title}」没有做完：${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return true
}
