/** The limits and the relief of retail import as one edition of the law has them. Amounts in CNY. */
export type RetailLaw = {
  /** Day from which it is in force, YYYY-MM-DD. */
  from: string
  /** Most that one order may be worth, and one person may buy in a calendar year. */
  perOrder: string
  perYear: string
  /** Share of the statutory VAT and consumption tax that is levied within the limits; duty is 0 there. */
  share: string
  /** Whether an order of one article above `perOrder` and below `perYear` may still come in, with every tax in full. */
  oneArticleInFull: boolean
  source: string
}

/** Newest first. The rates of relief are known from secondary texts (口径待确认). */
export const retailLaws: readonly RetailLaw[] = [
  {
    from: '2019-01-01',
    perOrder: '5000',
    perYear: '26000',
    share: '0.7',
    oneArticleInFull: true,
    source: '财关税〔2018〕49号；70%沿用财关税〔2016〕18号（二手，口径待确认）',
  },
  {
    from: '2016-04-08',
    perOrder: '2000',
    perYear: '20000',
    share: '0.7',
    oneArticleInFull: false,
    source: '财关税〔2016〕18号（二手，口径待确认）',
  },
]

/** The law of a day; before the first edition there was no such import, so the first one stands for it. */
export const retailLawOn = (day: string): RetailLaw =>
  retailLaws.find(({ from }) => day >= from) ?? retailLaws.at(-1)!

/** The edition that begins on a day, as a stored estimate names it. */
export const retailLawFrom = (from: string): RetailLaw | undefined =>
  retailLaws.find((law) => law.from === from)
