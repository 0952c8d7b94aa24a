import { openRoom } from '../../e2e/support/session'
import type { Demo } from '../demo'
import { readQueue } from '../queue-room'
import { became, shown } from '../wait'

/** Before the line is back: everything waits, and nothing was ever answered. */
export async function showQueue({ page, report, picture }: Demo): Promise<void> {
  const { line, waiting, unknown } = await readQueue(page)
  report.batches.push({
    when: '断网',
    text: `${line}：待发送 ${waiting} 份单证，已发送·结果未知 ${unknown} 份`,
  })
  if (line === '在线') report.open.push('断网期间不应在线')
  await picture('queue-offline')
}

/** The line is back: the practice window is started, and the batch leaves by itself. False when it did not. */
export async function lineBack({ page, report, picture }: Demo): Promise<boolean> {
  await openRoom(page, '发送队列')
  const start = page.getByRole('button', { name: '启动演练单一窗口' })
  await shown(start, '「启动演练单一窗口」')
  await start.click()
  const sent = await became(
    () => readQueue(page),
    ({ line, waiting, unknown }) => line === '在线' && waiting + unknown === 0,
    60,
  )
  const { batches } = sent ?? (await readQueue(page))
  report.batches.push(...batches.map((text) => ({ when: '批次', text })))
  await picture('queue-sent')
  return sent !== undefined
}
