import { Select } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { verdicts, type Verdict } from '#shared/departure/weight-check'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openTab } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type RowSource } from '../../components/grid'
import type { ParcelPage, ParcelView } from '../../data/port'
import { AskReason } from './AskReason'
import { Tolerance } from './Tolerance'
import { useParcelColumns } from './columns'

type Take = 'weighed' | 'calculated'

/** 称重核对: what was weighed against what was calculated; differences are decided here, singly or all at once. */
export function Weights() {
  const { t } = useTranslation('departure')
  const port = useBook()
  const title = useColumnTitles('departure', 'grid')
  const { offerUndo, refuse } = useAct()
  const changes = useChanges('facts', 'overlays', 'lists', 'goods', 'departures', 'settings')
  const [verdict, setVerdict] = useState<Verdict>()
  const [asking, setAsking] = useState<{ ids?: string[]; take: Take }>()
  const query = useMemo(() => (verdict ? { verdict } : {}), [verdict])
  const { value, state } = useQueryState(
    () => port.parcels({ ...query, offset: 0, limit: 0 }),
    `${changes} ${verdict}`,
  )
  const page = value as ParcelPage | undefined
  const rows = useCallback(
    async (offset: number, limit: number) =>
      (await port.parcels({ ...query, offset, limit })).rows as ParcelView[],
    [port, query],
  )
  const source: RowSource<ParcelView> = {
    total: page?.total ?? 0,
    version: `${changes} ${verdict} ${page?.total}`,
    rows,
    state,
  }
  const columns = useParcelColumns((id, take) => setAsking({ ids: [id], take }))
  const decide = async ({ ids, take }: { ids?: string[]; take: Take }, reason: string) => {
    setAsking(undefined)
    try {
      const count = await port.decideWeights(ids ? { ids } : {}, take, reason)
      offerUndo(t('weights.decided', { count }), undefined)
    } catch (error) {
      refuse(error)
    }
  }
  return (
    <div className="departure-weights">
      <div className="face-tools" role="toolbar" aria-label={t('weights.tools')}>
        <Select<Verdict | 'all'>
          aria-label={t('weights.show')}
          className="face-select"
          value={verdict ?? 'all'}
          onChange={(one) => setVerdict(one === 'all' ? undefined : one)}
          options={[
            { value: 'all' as const, label: t('weights.all') },
            ...verdicts.map((one) => ({
              value: one,
              label: `${t(`verdict.${one}`)} ${page?.byVerdict[one] ?? 0}`,
            })),
          ]}
        />
        {page && <Tolerance tolerance={page.tolerance} />}
        <span className="face-space" />
        <span>{t('weights.undecided', { count: page?.undecided ?? 0 })}</span>
        <ActButton
          does="decideWeights"
          disabled={!page?.undecided}
          onClick={() => setAsking({ take: 'weighed' })}
        >
          {t('weights.allWeighed')}
        </ActButton>
        <ActButton
          does="decideWeights"
          disabled={!page?.undecided}
          onClick={() => setAsking({ take: 'calculated' })}
        >
          {t('weights.allCalculated')}
        </ActButton>
      </div>
      <div className="departure-grid" data-help="departure.weights">
        <Grid<ParcelView>
          id="parcels"
          label={title('label')}
          columns={columns}
          source={source}
          onOpen={({ list, copNo }) => {
            if (list) openTab({ view: 'lists/record', params: { id: list }, title: copNo })
          }}
          totals={{ filter: { rows: source.total, grossKg: page?.grossWeight ?? '0' } }}
          empty={<p>{t('weights.empty')}</p>}
        />
      </div>
      {asking && (
        <AskReason
          title={t(asking.ids ? `weights.${asking.take}` : `weights.all-${asking.take}`, {
            count: page?.undecided ?? 0,
          })}
          confirm={t('weights.confirm')}
          onConfirm={(reason) => void decide(asking, reason)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </div>
  )
}
