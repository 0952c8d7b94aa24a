import type { Occurs } from '../table'
import type { FaultSink } from './sink'

/** Whether there are as many of something as the schema allows. */
export function checkOccurs(
  path: string,
  count: number,
  { min, max }: Occurs,
  sink: Pick<FaultSink, 'add'>,
): void {
  if (count >= min && (max === undefined || count <= max)) return
  const allowed = max === undefined ? `≥${min}` : min === max ? `${min}` : `${min}–${max}`
  sink.add({
    path,
    rule: 'occurs',
    severity: 'refuse',
    value: `${count}`,
    message: { zh: `应有${allowed}个，现在${count}个`, en: `There should be ${allowed}, found ${count}` },
    fix:
      count > min
        ? { zh: '拆成多份(订单超过100行的先拆单)', en: 'Split it; an order above 100 lines is split first' }
        : { zh: '补上缺少的部分', en: 'Add what is missing' },
  })
}
