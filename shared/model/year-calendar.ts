import { z } from 'zod'
import { isDay } from '../time/day'
import { field } from './field'
import { customFault } from './field-fault'
import { fillText, type Text } from './text'

const monthDay = z.string()

/**
 * Holidays of one year as a publisher states them (国务院办公厅关于部分节假日安排的通知): stretches of days off by their first
 * and last day, and Saturdays and Sundays that are worked instead; all MM-DD of that year. What reaches over New Year is
 * stated in each of the two years.
 */
export const YearCalendarRow = z
  .strictObject({
    year: field(z.int().min(2000).max(2099), 'public', '年份', 'Year'),
    source: field(z.string().trim().min(1), 'public', '依据', 'Source'),
    off: field(z.array(z.tuple([monthDay, monthDay])).min(1), 'public', '放假', 'Days off'),
    worked: field(z.array(monthDay), 'public', '调休上班', 'Weekend days worked'),
  })
  .superRefine(({ year, off, worked }, context) => {
    const refuse = (path: (string | number)[], what: string, [why, fix]: readonly [Text, Text]) =>
      context.addIssue(customFault(path, [fillText(why, { what, year }), fix]))
    const isReal = (date: string) => /^\d{2}-\d{2}$/.test(date) && isDay(`${year}${date.replace('-', '')}`)
    for (const [at, [from, to]] of off.entries()) {
      const unreal = [from, to].find((date) => !isReal(date))
      const path = ['off', at]
      const stretch = `${from}–${to}`
      if (unreal !== undefined) refuse(path, unreal, words.noDay)
      else if (from > to) refuse(path, stretch, words.order)
      else if (off.slice(0, at).some(([a, b]) => from <= b && a <= to)) refuse(path, stretch, words.overlap)
    }
    for (const [at, date] of worked.entries()) {
      const weekday = new Date(`${year}-${date}T00:00:00Z`).getUTCDay()
      const path = ['worked', at]
      if (!isReal(date)) refuse(path, date, words.noDay)
      else if (weekday !== 0 && weekday !== 6) refuse(path, date, words.weekday)
      else if (off.some(([from, to]) => date >= from && date <= to)) refuse(path, date, words.bothWays)
      else if (worked.indexOf(date) < at) refuse(path, date, words.twice)
    }
  })

const words = {
  noDay: [
    { zh: '“{what}”不是 {year} 年的一天', en: '"{what}" is no day of {year}' },
    { zh: '按通知改正，写成“月-日”，如 02-11', en: 'Correct it by the notice, as MM-DD, such as 02-11' },
  ],
  order: [
    { zh: '{what}：放假的首日晚于末日', en: '{what}: the first day off is later than the last' },
    {
      zh: '先写首日，再写末日；跨年的分写在两年',
      en: 'Give the first, then the last day; split what reaches over New Year',
    },
  ],
  overlap: [
    { zh: '{what} 与前面写的一段放假重叠', en: '{what} overlaps days off that stand before it' },
    { zh: '按通知改正，或并为一段', en: 'Correct it by the notice, or make one of both' },
  ],
  weekday: [
    { zh: '{what} 不是星期六或星期日', en: '{what} is no Saturday or Sunday' },
    { zh: '调休上班只写周末；按通知改正', en: 'Only weekend days are named here; correct it by the notice' },
  ],
  bothWays: [
    { zh: '{what} 又写为放假', en: '{what} is named as a day off as well' },
    { zh: '放假和上班只留一种，按通知改正', en: 'Keep one of the two, by the notice' },
  ],
  twice: [
    { zh: '{what} 写了两次', en: '{what} is named twice' },
    { zh: '删去一处', en: 'Remove one of them' },
  ],
} satisfies Record<string, readonly [Text, Text]>
