/** How an enterprise numbers its 清单: prefix + desk + yyyyMMdd + serial, at most 30 characters (CEB603 copNo). */
export type CopNoRule = { prefix: string; desk: string; serialDigits: number }

/** The last number a desk has given out. Kept per desk, so that two offline desks never collide. */
export type CopNoState = { day: string; serial: number }

export const MAX_COP_NO = 30

/**
 * The next number of a desk. Store the returned state together with the 清单 that carries the number and drop it when
 * none was built: so the serials have no gaps. A day that lies before the last one (clock set back) keeps counting on
 * the last day.
 * @param day yyyyMMdd in Asia/Shanghai
 * @param isReserved numbers taken over from older systems are skipped
 * @throws RangeError when the rule makes numbers longer than 30 or the serials of the day are used up
 */
export function nextCopNo(
  rule: CopNoRule,
  last: CopNoState | undefined,
  day: string,
  isReserved: (copNo: string) => boolean = () => false,
): { copNo: string; state: CopNoState } {
  const today = last && last.day > day ? last.day : day
  let serial = last && last.day === today ? last.serial : 0
  let copNo: string
  do {
    serial += 1
    if (String(serial).length > rule.serialDigits) throw new RangeError(`serials of ${today} are used up`)
    copNo = `${rule.prefix}${rule.desk}${today}${String(serial).padStart(rule.serialDigits, '0')}`
  } while (isReserved(copNo))
  if (copNo.length > MAX_COP_NO) throw new RangeError(`number longer than ${MAX_COP_NO}: ${copNo}`)
  return { copNo, state: { day: today, serial } }
}
