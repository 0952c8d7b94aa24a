import type { Counts, Report } from './report'

const sum = (counts: Counts) => Object.values(counts).reduce((total, count) => total + count, 0)

/** What the demo ends with: 0 only when nothing is open. */
export const exitCode = ({ open }: Pick<Report, 'open'>): number => (open.length === 0 ? 0 : 1)

/** Points at which figures of one screen do not add up, or two sources do not agree. */
export function disagreements(report: Report): string[] {
  const found: string[] = []
  const same = (what: string, one: number | undefined, other: number | undefined) => {
    if (one !== other) found.push(`${what}：${one ?? '没有'} 与 ${other ?? '没有'} 不一致`)
  }
  for (const { file, read, accepted, refused, duplicates } of report.rows) {
    same(`${file} 读取 = 导入 + 未导入 + 已存在`, read, accepted + refused + duplicates)
    const named = report.refusedRows.filter((row) => row.file === file)
    same(
      `${file} 未导入的行都有原因`,
      named.reduce((n, { rows }) => n + rows, 0),
      refused,
    )
  }
  if (report.matching) {
    const { 订单: orders = 0, ...parts } = report.matching.orders
    same('对碰的订单 = 各结果之和', orders, sum(parts))
    same('差异按影响与按种类', sum(report.matching.effects), sum(report.matching.breaks))
  }
  for (const { when, imported, states } of report.daily) same(`日清表（${when}）`, imported, sum(states))
  if (report.lists) {
    const { 订单: orders, 清单: _lists, ...parts } = report.lists
    same('生成清单的订单 = 各结果之和', orders, sum(parts))
  }
  const { receipts, comparison, lists } = report
  if (receipts) {
    same('生成的清单与账套中的清单', lists?.清单, sum(receipts))
    same('账套中的清单与批次表的行', sum(receipts), report.printed)
  }
  if (receipts && comparison) {
    same('账套与单一窗口的单证份数', comparison.ours, comparison.theirs)
    if (!comparison.verdict.includes('全部一致')) found.push(comparison.verdict)
    const theirs = (state: string) =>
      sum(Object.fromEntries(Object.entries(comparison.byState).filter(([words]) => words.startsWith(state))))
    same('账套中的清单与单一窗口的清单 603', sum(receipts), theirs('清单 603 '))
    same('结关：账套与单一窗口', receipts['结关'] ?? 0, theirs('清单 603 结关'))
  }
  return found
}
