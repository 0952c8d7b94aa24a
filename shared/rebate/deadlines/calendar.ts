import type { Language, Text } from '../../model/text'
import { strengthLabel, strengthOf } from '../../rules/rule'
import { deadlineRules } from './terms'
import { warehouseRules } from '../warehouse'
import type { Deadlines } from './terms'

/** One day to keep, of one export or batch. */
export type CalendarEntry = { id: string; day: string; rule: string; title: Text; note: Text }

const r = deadlineRules
const kinds = [
  ['normalEnd', r.f02, '申报期截止', 'End of the ordinary term'],
  ['fxDeadline', r.f05, '收汇期限', 'Foreign exchange due'],
  ['filingDocumentsDue', r.f07, '备案单证期限', 'Filing papers due'],
  ['agentCertificateDue', r.f11, '代理证明申请期限', 'Agency certificate due'],
  ['warn30', r.f04, '满30个月提醒（企业内部）', '30 months reached (house reminder)'],
  ['limit36', r.f04, '36个月届满', 'End of the 36 months'],
] as const

/** The days of an export as entries; the id is stable, so that a calendar that reads them again moves and does not double. */
export function calendarOf(of: { id: string; label: string }, deadlines: Deadlines): CalendarEntry[] {
  const entries: CalendarEntry[] = kinds.flatMap(([field, rule, zh, en]) => {
    const day = deadlines[field]
    if (day === undefined) return []
    const mark = strengthLabel[strengthOf(rule.basis)]
    return [
      {
        id: `${of.id}-${field}`,
        day,
        rule: rule.id,
        title: { zh: `${zh} ${of.label}`, en: `${en} ${of.label}` },
        note: {
          zh: `${rule.text.zh}${mark.zh ? `（${mark.zh}）` : ''}`,
          en: `${rule.text.en}${mark.en ? ` (${mark.en})` : ''}`,
        },
      },
    ]
  })
  if (deadlines.settleWindow) {
    const rule = warehouseRules.f09
    entries.push({
      id: `${of.id}-settleWindow`,
      day: deadlines.settleWindow[1],
      rule: rule.id,
      title: { zh: `海外仓核算截止 ${of.label}`, en: `Warehouse settlement ends ${of.label}` },
      note: rule.text,
    })
  }
  return entries.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1))
}

const escaped = (text: string): string =>
  text.replace(/\\/g, '\\\\').replace(/;/g, '\\;').replace(/,/g, '\\,').replace(/\r?\n/g, '\\n')

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

/** Content lines are folded at 75 octets, never inside a character (RFC 5545, 3.1). */
function folded(line: string): string {
  const lines: string[] = []
  let [current, octets] = ['', 0]
  for (const character of line) {
    const size = bytesOf(character)
    if (octets + size > 75) {
      lines.push(current)
      ;[current, octets] = [' ', 1]
    }
    current += character
    octets += size
  }
  return [...lines, current].join('\r\n')
}

const compact = (day: string): string => day.replaceAll('-', '')
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/**
 * The entries as a calendar file (RFC 5545): days, each with a reminder a week ahead. `now` is an ISO instant, `of` names
 * whose days they are.
 */
export function calendarFile(
  entries: readonly CalendarEntry[],
  now: string,
  language: Language,
  of = 'Rebate deadlines',
): string {
  const stamp = new Date(Date.parse(now)).toISOString().replace(/[-:]|\.\d{3}/g, '')
  const events = entries.flatMap(({ id, day, title, note }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@yiguan`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(day))}`,
    `SUMMARY:${escaped(title[language])}`,
    `DESCRIPTION:${escaped(note[language])}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title[language])}`,
    'TRIGGER:-P7D',
    'END:VALARM',
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Yiguan//${of}//ZH`, ...events, 'END:VCALENDAR']
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
