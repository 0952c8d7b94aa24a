import type { Demo } from './demo'
import { follow, type Step } from './follow'
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

/** Everything that needs no line: from the first run to 清单 in the queue. */
const offline: readonly Step<Demo>[] = [
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
const online: readonly Step<Demo>[] = [
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
export const runMainJob = (demo: Demo): Promise<void> =>
  follow(demo, {
    offline,
    early: ['日清表', (each) => readDaily(each, '未申报')],
    line: ['联网', lineBack],
    online,
  })
