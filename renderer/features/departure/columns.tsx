import { Space } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Verdict } from '#shared/departure/weight-check'
import { ActButton } from '../../app/ActButton'
import { useColumnTitles } from '../../components/column-titles'
import type { GridColumn } from '../../components/grid'
import { StateTag, type StateTone } from '../../components/StateTag'
import type { ParcelView } from '../../data/port'

const tones: Readonly<Record<Verdict, StateTone>> = {
  within: 'good',
  over: 'bad',
  unchecked: 'neutral',
  unknown: 'waiting',
}

/** Columns of weighed parcels; the last one decides a difference. */
export function useParcelColumns(
  onDecide: (id: string, take: 'weighed' | 'calculated') => void,
): GridColumn<ParcelView>[] {
  const { t } = useTranslation('departure')
  const title = useColumnTitles('departure', 'column')
  return useMemo(() => {
    const verdict = ({ verdict: at, decision }: ParcelView) =>
      decision === '' ? t(`verdict.${at}`) : t(`decision.${decision}`)
    return [
      { key: 'logisticsNo', title: title('logisticsNo'), width: 150, frozen: true },
      { key: 'totalPackageNo', title: title('totalPackageNo'), width: 100 },
      { key: 'billNo', title: title('billNo'), width: 120 },
      { key: 'weighed', title: title('weighed'), width: 96, align: 'right' },
      { key: 'calculated', title: title('calculated'), width: 108, align: 'right' },
      { key: 'difference', title: title('difference'), width: 108, align: 'right' },
      {
        key: 'verdict',
        title: title('verdict'),
        width: 150,
        format: (_value, row) => verdict(row),
        render: (_value, row) => (
          <StateTag tone={row.decision === '' ? tones[row.verdict] : 'good'}>{verdict(row)}</StateTag>
        ),
      },
      {
        key: 'act',
        title: title('act'),
        width: 180,
        format: () => '',
        render: (_value, row) =>
          row.verdict === 'over' && (
            <Space size={4}>
              {(['weighed', 'calculated'] as const).map((take) => (
                <ActButton
                  does="decideWeights"
                  key={take}
                  size="small"
                  disabled={row.decision === take}
                  onClick={() => onDecide(row.id, take)}
                >
                  {t(`weights.${take}`)}
                </ActButton>
              ))}
            </Space>
          ),
      },
      { key: 'declared', title: title('declared'), width: 90, align: 'right' },
      {
        key: 'listState',
        title: title('listState'),
        width: 100,
        format: (_value, { listState }) =>
          listState === '' ? t('noList') : t(`declaration:state.${listState}`),
      },
      { key: 'copNo', title: title('copNo'), width: 180 },
      { key: 'departure', title: title('departure'), width: 180 },
      { key: 'voyageNo', title: title('voyageNo'), width: 90 },
    ]
  }, [onDecide, t, title])
}
