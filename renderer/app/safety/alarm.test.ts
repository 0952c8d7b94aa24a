import { describe, expect, it } from 'vitest'
import type { BackupState } from '#shared/ipc/backup'
import { alarmOf, lastGood } from './alarm'

const now = '2026-03-10T03:00:00.000Z'
const backup = (day: string, missing = false) => ({
  id: day,
  at: `${day}T03:00:00.000Z`,
  place: 'D:\\backup',
  bytes: 1,
  rows: 1,
  missing,
  checkedAt: now,
})
const good: BackupState = {
  ready: true,
  place: 'D:\\backup',
  beside: false,
  backups: [backup('2026-03-09')],
  due: false,
  failure: null,
  disk: { backup: 'ok', backupFreeMb: 9_000, book: 'ok', bookFreeMb: 9_000 },
}
const failure = { at: now, text: { zh: '满', en: 'full' } }

describe('alarmOf', () => {
  it('is silent while all is well, also when one is due today', () => {
    expect(alarmOf(good, true, 'real', now)).toBeUndefined()
    expect(alarmOf({ ...good, due: true }, true, 'real', now)).toBeUndefined()
  })

  it('says the worst first', () => {
    const disk = { ...good.disk, book: 'short' as const, backup: 'short' as const }
    const all = { ...good, failure, disk }
    expect(alarmOf(all, false, 'real', now)).toBe('journal')
    expect(alarmOf(all, true, 'real', now)).toBe('bookShort')
    expect(alarmOf({ ...all, disk: { ...disk, book: 'low' } }, true, 'real', now)).toBe('failed')
    expect(alarmOf({ ...good, disk: { ...disk, book: 'low' } }, true, 'real', now)).toBe('backupShort')
    expect(alarmOf({ ...good, disk: { ...good.disk, book: 'low' } }, true, 'real', now)).toBe('bookLow')
  })

  it('counts days only while there is something to back up, and only files that are there', () => {
    const old = { ...good, backups: [backup('2026-03-07')] }
    expect(alarmOf(old, true, 'real', now)).toBeUndefined()
    expect(alarmOf({ ...old, due: true }, true, 'real', now)).toBe('old')
    const gone = { ...good, due: true, backups: [backup('2026-03-10', true), backup('2026-03-01')] }
    expect(lastGood(gone)?.id).toBe('2026-03-01')
    expect(alarmOf(gone, true, 'practice', now)).toBe('old')
    expect(alarmOf({ ...good, due: true, backups: [] }, true, 'practice', now)).toBe('old')
  })

  it('leaves a practice book without a passphrase alone', () => {
    const unset = { ...good, ready: false, backups: [] }
    expect(alarmOf(unset, true, 'practice', now)).toBeUndefined()
    expect(alarmOf(unset, true, 'real', now)).toBe('unset')
  })
})
