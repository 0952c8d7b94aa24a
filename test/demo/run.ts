import type { Demo } from './demo'
import { addTemplate } from './steps/template'
import { awaitReceipts, readReceipts } from './steps/receipts'
import { buildLists } from './steps/build-lists'
import { compare } from './steps/compare'
import { correct } from './steps/correct'
import { declare } from './steps/declare'
import { firstRun } from './steps/first-run'
import { importFiles } from './steps/import-files'
import { lineBack, showQueue } from './steps/line-back'
import { match } from './steps/match'
import { printBatchTable } from './steps/print'
import { readDaily } from './steps/daily'
import { showHistory } from './steps/history'
import { showMissingGoods } from './steps/missing-goods'

/** A step that answers false ends the run: the line is cut, or nothing is left to do. Everything is stored. */
type Step = [title: string, act: (demo: Demo) => Promise<boolean | void>]

/** Everything that needs no line: from the first run to 清单 in the queue. */
const offline: readonly Step[] = [
  ['首次使用', firstRun],
  ['申报参数模板', addTemplate],
  ['导入', importFiles],
  ['三单对碰', match],
  ['缺商品资料', showMissingGoods],
  ['生成清单', buildLists],
  ['申报（入发送队列）', declare],
  ['断网', showQueue],
  ['日清表', (demo) => readDaily(demo, '申报后')],
]

/** States that end by a receipt of their own accord. */
const undecided = ['已申报未回', '放行']
/** Once every cause was mended, nothing stays 退单待改 either. */
const afterCorrection = ({ report }: Demo) =>
  report.open.length === 0 ? [...undecided, '退单待改'] : undecided

/** What needs receipts. */
const online: readonly Step[] = [
  ['等待回执', (demo) => awaitReceipts(demo, undecided)],
  ['日清表', (demo) => readDaily(demo, '回执后')],
  ['退单待改', correct],
  ['等待更正后的回执', (demo) => awaitReceipts(demo, afterCorrection(demo))],
  ['日清表', (demo) => readDaily(demo, '更正后')],
  ['每次申报', showHistory],
  ['回执', readReceipts],
  ['出口清单批次表', printBatchTable],
  ['与单一窗口核对', compare],
]

/** The main job from beginning to end. @throws with the name of the step that could not be done */
export async function runMainJob(demo: Demo): Promise<void> {
  if (!(await steps(demo, offline))) {
    await steps(demo, [['日清表', (each) => readDaily(each, '未申报')]])
    return
  }
  if (demo.options.offline || !(await steps(demo, [['联网', lineBack]])))
    demo.report.open.push('没有联络到单一窗口：这一批留在发送队列，联网后自动送达')
  else if (!(await steps(demo, online)))
    demo.report.open.push('与单一窗口的联络中断：已发送的不重复发送，其余留在本机，联网后自动继续')
}

/** False as soon as a step says that the run ends. */
async function steps(demo: Demo, all: readonly Step[]): Promise<boolean> {
  for (const [title, act] of all) {
    demo.say(title)
    try {
      if ((await act(demo)) === false) return false
    } catch (error) {
      await demo.picture('failed').catch(() => undefined)
      throw new Error(`「${title}」没有做完：${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return true
}
