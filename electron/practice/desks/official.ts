/** China has no summer time, so Asia/Shanghai is a fixed offset. */
const SHANGHAI_MS = 8 * 3_600_000

/** yyyyMMddHHmmssSSS in Asia/Shanghai, as receipts carry their time. */
export const returnTime = (ms: number): string => new Date(ms + SHANGHAI_MS).toISOString().replace(/\D/g, '')

/** 电子口岸编号: `B`, the day, nine digits. */
export const preNo = (ms: number, serial: number): string =>
  `B${returnTime(ms).slice(0, 8)}${String(serial % 1_000_000_000).padStart(9, '0')}`

/** 清单编号: customs (4), year (4), `E` export or `I` import, nine digits. */
export const invtNo = (customsCode: string, ms: number, serial: number, ieFlag: 'E' | 'I' = 'E'): string =>
  `${customsCode}${returnTime(ms).slice(0, 4)}${ieFlag}${String(serial % 1_000_000_000).padStart(9, '0')}`
