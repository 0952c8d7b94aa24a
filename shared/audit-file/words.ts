import type { Stage } from '../protocol/engine/records'
import { stateNames } from '../rebate/life/states'

const states: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(stateNames).map(([state, { zh }]) => [state, zh])),
  draft: '草稿',
  waiting: '已申报未回',
  refused: '退单待改',
  inspected: '查验或审核',
  released: '放行',
  cleared: '结关',
  withdrawing: '撤销办理中',
  void: '已作废',
  accepted: '已受理',
  noted: '已登记',
  cancelled: '已取消',
  incomplete: '缺资料',
  unmatched: '未对碰',
  ready: '可申报',
  underway: '环节未走完',
  declared: '已申报',
  closed: '已结关',
  locked: '已申报锁定',
  presented: '已提交银行',
}

/** A state as an inspector reads it; one that is not known stays as it is. */
export const stateWord = (state: string): string => states[state] ?? state

export const stageWords: Readonly<Record<Stage, string>> = {
  waiting: '等待同单的其它单证',
  queued: '在发送队列',
  sending: '正在发送',
  sent: '已发送，结果未知',
  accepted: '单一窗口已接收',
  done: '已办结',
  rejected: '被退回',
  attention: '待人工处理',
  cancelled: '已撤回，未发出',
}
