const format = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

/** `2026-11-22 14:05:09`, always the time of Asia/Shanghai whatever the PC says. Not a time: shown as it is. */
export function showTime(instant: string): string {
  const time = Date.parse(instant)
  return Number.isNaN(time) ? instant : format.format(time)
}

/** Hour and minute of today's times, day before it for older ones. `now` is an instant too. */
export function showShortTime(instant: string, now: string): string {
  const full = showTime(instant)
  return full.slice(0, 10) === showTime(now).slice(0, 10) ? full.slice(11, 16) : full.slice(5, 16)
}
