/** Numbers a claim is known by. */

/** The 18 digits of a 报关单 from what a file holds: a number of 21 digits already carries its item. */
export const declarationNumber = (text: string): string =>
  text.length === 21 && /^\d{21}$/.test(text) ? text.slice(0, 18) : text

/** 报关单号 with three digits of the item, as the claim forms want it; never appended twice. */
export const claimKey = (declaration: string, item: number): string =>
  `${declarationNumber(declaration)}${String(item).padStart(3, '0')}`

/** 代理出口货物证明号 with two digits of the item. */
export const agencyKey = (certificate: string, item: number): string =>
  `${certificate}${String(item).padStart(2, '0')}`

/** Four digits of customs, four of the year, I or E, nine of the serial: a 9610 list, and no 报关单. */
export const isListNumber = (text: string): boolean => /^\d{8}[IE]\d{9}$/.test(text)
