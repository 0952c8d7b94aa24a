import type { FieldHelp } from '../../app/help'

export const fields: readonly FieldHelp[] = [
  {
    id: 'journal.verify',
    title: { zh: '核验操作记录', en: 'Verify the journal' },
    fill: {
      zh: '每条记录带有与上一条相连的校验值，用账套密钥计算。核验从第一条走到最后一条，并与现有数据对照；有缺失或改动时指出是第几条。',
      en: 'Every entry carries a keyed hash chained to the one before. Verifying walks from first to last and compares with the data; a missing or changed entry is named.',
    },
  },
  {
    id: 'journal.trash',
    title: { zh: '回收站', en: 'Trash' },
    fill: {
      zh: '最近 30 天手工删除的商品、模板、清单、退货、报关单、核放单等，可写明原因放回。编号已被别的记录占用时不能放回，并说明被谁占用。',
      en: 'Goods, templates, lists, returns, entries and passes that were deleted by hand in the last 30 days; put back with a reason. Refused, with the holder named, when another record has the number by now.',
    },
  },
]
