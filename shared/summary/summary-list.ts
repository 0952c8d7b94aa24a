import type { CebDocument } from '../model/list'

/** One 清单 as 月末汇总 looks at it: what was declared (603), and the numbers of customs and carrier. */
export type SummaryList = {
  id: string
  copNo: string
  invtNo: string
  logisticsNo: string
  inventory: CebDocument
  /** ISO instant of 899 结关. */
  closedAt: string
}

/** What decides whether a 清单 belongs into the 汇总申请 of a month. */
export type Standing = {
  state: 'draft' | 'waiting' | 'refused' | 'inspected' | 'released' | 'cleared' | 'withdrawing' | 'void'
  tradeMode: string
  /** 申报业务类型: A simplified, B summarised. */
  statisticsFlag: string
  invtNo: string
  /** ISO instant of 899; '' when it is not known. */
  closedAt: string
  /** copNo of the living 汇总申请 it is in; '' when it is in none. */
  application: string
}
