import type { Text } from '../model/text'

/**
 * What has to be equal for lists to come into one 报关单, and lines into one item of it: 八同 of the practice notes.
 * Only that there are eight was seen in pages about 公告2018-194; which eight is 口径待确认.
 */
export type KeyField = { element: string; title: Text }

export const headKey: readonly KeyField[] = [
  { element: 'ebcCode', title: { zh: '收发货人', en: 'Consignor' } },
  { element: 'trafMode', title: { zh: '运输方式', en: 'Transport' } },
  { element: 'ownerCode', title: { zh: '生产销售单位', en: 'Maker or seller' } },
  { element: 'country', title: { zh: '运抵国', en: 'Country of arrival' } },
  { element: 'portCode', title: { zh: '出境关别', en: 'Port of exit' } },
]

export const lineKey: readonly KeyField[] = [
  { element: 'country', title: { zh: '最终目的国', en: 'Final destination' } },
  { element: 'gcode', title: { zh: '商品编码（10位）', en: 'HS code (10 digits)' } },
  { element: 'currency', title: { zh: '币制', en: 'Currency' } },
]

/** Shown wherever the names of the eight fields are. */
export const keyCaveat: Text = {
  zh: '“八同”各项名称口径待确认：未见公告原文',
  en: 'Which eight fields have to be equal is to be confirmed: the official text was not seen',
}

/** How customs is asked to group: by consignor alone (1) or with the maker (2); by the seller's names (1) or by kind. */
export type Grouping = { summaryFlag: '1' | '2'; itemNameFlag: '0' | '1' }

/** Head fields that count for a grouping: the maker only with flag 2. */
export const headFields = ({ summaryFlag }: Grouping): readonly KeyField[] =>
  summaryFlag === '2' ? headKey : headKey.filter(({ element }) => element !== 'ownerCode')
