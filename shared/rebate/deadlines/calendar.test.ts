import fc from 'fast-check'
import { expect, it } from 'vitest'
import { addMonths, daysBetween } from '../../rules/days'
import { calendarFile, calendarOf } from './calendar'
import { deadlinesOf } from './terms'

const terms = deadlinesOf(
  { exportDate: '2026-05-31', claimedOn: '2026-06-18', agentExport: true },
  '2026-06-20',
)

it('lists the days of an export in their order, marked where the wording was not read', () => {
  const entries = calendarOf({ id: 'D1', label: '310420260000000001' }, terms)
  expect(entries.map(({ id, day }) => [id, day])).toEqual([
    ['D1-filingDocumentsDue', '2026-07-03'],
    ['D1-agentCertificateDue', '2027-04-15'],
    ['D1-fxDeadline', '2027-04-30'],
    ['D1-normalEnd', '2027-04-30'],
    ['D1-warn30', '2028-11-30'],
    ['D1-limit36', '2029-05-31'],
  ])
  expect(entries.find(({ id }) => id.endsWith('agentCertificateDue'))!.note.zh).toContain('口径待确认')
  expect(entries.find(({ id }) => id.endsWith('limit36'))!.note.zh).not.toContain('口径待确认')
})

it('writes a calendar file: days, escaped, folded at 75 octets', () => {
  const file = calendarFile(
    calendarOf({ id: 'D1', label: '一，二;三\\四,五' }, terms),
    '2026-06-20T08:00:00+08:00',
    'zh',
  )
  const lines = file.split('\r\n')
  for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  const unfolded = file.replaceAll('\r\n ', '')
  expect(unfolded).toContain('SUMMARY:36个月届满 一，二\\;三\\\\四\\,五')
  expect(unfolded).toContain('DTSTART;VALUE=DATE:20290531\r\nDTEND;VALUE=DATE:20290601')
  expect(unfolded).toContain('DTSTAMP:20260620T000000Z')
  expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(6)
  expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true)
})

const day = fc
  .date({ min: new Date('2011-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((at) => at.toISOString().slice(0, 10))

it('36 months end on the same day of the month or its end, and only in the newer layer (property)', () => {
  fc.assert(
    fc.property(day, (exportDate) => {
      const { limit36, limit36Blocks, warn30 } = deadlinesOf({ exportDate }, '2040-01-01')
      expect(limit36 === undefined).toBe(exportDate < '2026-01-01')
      expect(limit36Blocks).toBe(exportDate >= '2026-01-01')
      if (limit36 === undefined) return
      expect(limit36.slice(5)).toBe(exportDate.slice(5) === '02-29' ? '02-28' : exportDate.slice(5))
      expect(daysBetween(warn30!, limit36)).toBeGreaterThan(180)
      expect(deadlinesOf({ exportDate }, limit36).limit36Blocks).toBe(false)
      expect(deadlinesOf({ exportDate, claimedOn: limit36 }, '2040-01-01').limit36Blocks).toBe(false)
    }),
  )
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
  expect(addMonths('2024-02-29', 48)).toBe('2028-02-29')
})
