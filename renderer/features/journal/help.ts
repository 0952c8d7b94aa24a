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
]
