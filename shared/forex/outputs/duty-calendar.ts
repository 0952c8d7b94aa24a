import type { Text } from '../../model/text'
import type { CalendarEntry } from '../../rebate/deadlines/calendar'
import { strengthLabel, strengthOf } from '../../rules/rule'
import { rules } from '../catalogue'
import type { DutyReport } from '../duties'

/** Short names of what is due; a duty without one is called by its rule. */
const titles: Readonly<Record<string, Text>> = {
  [rules.G01.id]: { zh: '涉外收入申报截止', en: 'Declaration of the receipt due' },
  [rules.E01.id]: { zh: '预收货款报告截止', en: 'Report of the advance due' },
  [rules.E02.id]: { zh: '延期收款报告截止', en: 'Report of the deferred receipt due' },
  [rules.E03.id]: { zh: '海外仓收款预测', en: 'Forecast of warehouse sales' },
  [rules.E04.id]: { zh: '贸易信贷报告截止（B/C 类）', en: 'Report of trade credit due (class B, C)' },
  [rules.B06.id]: { zh: '名录变更截止', en: 'Change of the register due' },
  [rules.M01.id]: { zh: '资料保存到期', en: 'Papers may go after' },
  [rules.M03.id]: { zh: '海外仓核算截止', en: 'Warehouse settlement ends' },
}

const byId = new Map(Object.values(rules).map((rule) => [rule.id, rule]))

/**
 * Duties with a day as entries of a calendar; what was done (`done`: rule and target) is left out. Ids are stable, so that a
 * calendar that reads them again moves an entry and does not double it.
 */
export function dutyCalendar(
  { duties }: Pick<DutyReport, 'duties'>,
  labelOf: (target: string) => string = (target) => target,
  done: ReadonlySet<string> = new Set(),
): CalendarEntry[] {
  return duties
    .flatMap(({ rule: id, target, required, due, to }): CalendarEntry[] => {
      const day = due ?? to ?? null
      const rule = byId.get(id)
      if (!required || day === null || rule === undefined || done.has(`${id} ${target}`)) return []
      const { zh, en } = titles[id] ?? rule.text
      const mark = strengthLabel[strengthOf(rule.basis)]
      const label = labelOf(target)
      return [
        {
          id: `forex-${id}-${target}`,
          day,
          rule: id,
          title: { zh: `${zh} ${label}`, en: `${en} ${label}` },
          note: {
            zh: `${rule.fix.zh}${mark.zh ? `（${mark.zh}）` : ''}`,
            en: `${rule.fix.en}${mark.en ? ` (${mark.en})` : ''}`,
          },
        },
      ]
    })
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))
}
