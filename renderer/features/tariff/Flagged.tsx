import { Empty, Select } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import { listModes } from '#shared/model/mode'
import { useBook } from '../../app/book'
import { FlagList } from '../../app/hs/FlagList'
import { TableUsed } from '../../app/hs/TableUsed'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type GridColumn } from '../../components/grid'
import { useText } from '../../components/text'
import type { GoodsFlags } from '../../data/port'

type Row = GoodsFlags & { id: string; [key: string]: unknown }
const effects = ['forbid', 'need', 'ask'] as const

/** Every one of the goods that lists, tariff or brands say something of, for one mode, today; with the tables that said it. */
export function Flagged() {
  const { t } = useTranslation('tariff')
  const show = useText()
  const port = useBook()
  const title = useColumnTitles('tariff', 'column')
  const label = useColumnTitles('tariff', 'face')
  const [mode, setMode] = useState<string>('9610')
  const [open, setOpen] = useState<GoodsFlags>()
  const on = businessDay(new Date().toISOString())
  const changes = useChanges('goods', 'facts', 'settings', 'evidence')
  const version = `${mode} ${on} ${changes}`
  const { value, state } = useQueryState(
    async () => port.flaggedGoods({ mode, on, offset: 0, limit: 1 }),
    version,
  )
  const rows = useCallback(
    async (offset: number, limit: number) => {
      const page = await port.flaggedGoods({ mode, on, offset, limit })
      return page.rows.map((row): Row => ({ ...row, id: row.sku }))
    },
    [mode, on, port],
  )
  const columns = useMemo(
    (): GridColumn<Row>[] => [
      { key: 'sku', title: title('sku'), width: 160, frozen: true },
      ...effects.map((effect): GridColumn<Row> => ({
        key: effect,
        title: title(effect),
        width: 76,
        align: 'right',
        format: (_v, { flags }) => String(flags.filter((flag) => flag.effect === effect).length || ''),
      })),
      {
        key: 'says',
        title: title('says'),
        width: 420,
        format: (_v, { flags, brands }) => [...flags, ...brands].map(({ says }) => show(says)).join('; '),
      },
    ],
    [show, title],
  )
  return (
    <>
      <div className="face-tools">
        <label>
          {t('mode')}
          <Select
            className="tariff-mode"
            aria-label={t('mode')}
            value={mode}
            onChange={setMode}
            options={listModes.map((one) => ({ value: one as string, label: t(`hs:flags.modes.${one}`) }))}
          />
        </label>
        {value && <span>{t('looked', { looked: value.looked, total: value.total, on })}</span>}
      </div>
      {value && (
        <>
          <TableUsed used={value.tariff} />
          <p className="face-note">
            {value.lists
              .map(({ name, version: edition, from }) =>
                t('list', { name: show(name), version: edition, from }),
              )
              .join('; ')}
          </p>
        </>
      )}
      <div className="tariff-split">
        <div className="tariff-grid">
          <Grid<Row>
            id="flagged-goods"
            label={label('flags')}
            columns={columns}
            source={{ total: value?.total ?? 0, version, rows, state }}
            onOpen={setOpen}
            totals={{ filter: { rows: value?.total ?? 0 } }}
            empty={<p>{t('noneFlagged')}</p>}
          />
        </div>
        <aside className="face-card tariff-detail" aria-label={t('hs:flags.title')} aria-live="polite">
          {open ? (
            <>
              <h2>{open.sku}</h2>
              <FlagList goods={open} />
            </>
          ) : (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('choose')} />
          )}
        </aside>
      </div>
    </>
  )
}
