import { Alert, Button, Input, Segmented } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { businessDay } from '#shared/time/shanghai'
import type { Conversion as Converted, ConversionDecision, ConversionKind } from '#shared/tariff/convert'
import { ActButton } from '../../../app/ActButton'
import { useBook } from '../../../app/book'
import { TableUsed } from '../../../app/hs/TableUsed'
import { useChanges } from '../../../app/useChanges'
import { useQueryState } from '../../../app/useQuery'
import { useUndoable } from '../../../app/useUndoable'
import { useColumnTitles } from '../../../components/column-titles'
import { Grid, type GridColumn } from '../../../components/grid'
import { StateTag, type StateTone } from '../../../components/StateTag'
import { useText } from '../../../components/text'
import type { ConversionDone } from '../../../data/port'
import { Decide } from './Decide'
import { goesByItself } from './decided'

type Row = Converted & { id: string; [key: string]: unknown }
const kinds = ['choose', 'gone', 'one', 'same'] as const satisfies readonly ConversionKind[]
const tones: Readonly<Record<ConversionKind, StateTone>> = {
  same: 'neutral',
  one: 'good',
  choose: 'waiting',
  gone: 'bad',
}

/** The tariff of the year that comes, once it is near. */
const firstDay = (today: string): string =>
  today.slice(5) >= '11-01' ? `${Number(today.slice(0, 4)) + 1}-01-01` : today

/** 税则转版: what a new tariff does to the goods. Looked at first, decided where it has to be, then done as one act. */
export function Conversion() {
  const { t } = useTranslation('tariff')
  const show = useText()
  const port = useBook()
  const act = useUndoable()
  const title = useColumnTitles('tariff', 'conversion.column')
  const label = useColumnTitles('tariff', 'face')
  const [on, setOn] = useState(() => firstDay(businessDay(new Date().toISOString())))
  const [asked, setAsked] = useState(on)
  const [kind, setKind] = useState<ConversionKind>('choose')
  const [open, setOpen] = useState<Converted>()
  const [decisions, setDecisions] = useState<ReadonlyMap<string, ConversionDecision>>(new Map())
  const [done, setDone] = useState<ConversionDone>()
  const [busy, setBusy] = useState(false)
  const changes = useChanges('goods', 'facts', 'settings')
  const version = `${asked} ${kind} ${changes}`
  const { value, state } = useQueryState(
    async () => port.previewConversion({ on: asked, kind, offset: 0, limit: 1 }),
    version,
  )
  const rows = useCallback(
    async (offset: number, limit: number) => {
      const page = await port.previewConversion({ on: asked, kind, offset, limit })
      return page.rows.map((row): Row => ({ ...row, id: row.sku }))
    },
    [asked, kind, port],
  )
  const columns = useMemo(
    (): GridColumn<Row>[] => [
      { key: 'sku', title: title('sku'), width: 140, frozen: true },
      { key: 'name', title: title('name'), width: 180 },
      { key: 'from', title: title('from'), width: 110 },
      {
        key: 'to',
        title: title('to'),
        width: 170,
        format: (_v, row) => {
          const decided = decisions.get(row.sku)?.code
          return decided ?? row.candidates.map(({ code }) => code).join(' ')
        },
      },
      {
        key: 'stands',
        title: title('stands'),
        width: 110,
        format: (_v, row) => t(`conversion.${stands(row, decisions)}`),
        render: (_v, row) => {
          const how = stands(row, decisions)
          return (
            <StateTag tone={how === 'open' ? tones[row.kind] : 'good'}>{t(`conversion.${how}`)}</StateTag>
          )
        },
      },
    ],
    [decisions, t, title],
  )
  const run = async () => {
    setBusy(true)
    const ran = await act(
      () => port.convertGoods(asked, [...decisions], t('conversion.why', { on: asked })),
      ({ converted }) => (converted > 0 ? t('conversion.done', { count: converted }) : undefined),
    )
    setBusy(false)
    if (!ran) return
    setDone(ran.result)
    setDecisions(new Map())
    setOpen(undefined)
  }
  return (
    <>
      <form
        className="face-tools"
        data-help="tariff.conversion"
        onSubmit={(event) => {
          event.preventDefault()
          setAsked(on.trim())
          setDone(undefined)
        }}
      >
        <label>
          {t('conversion.on')}
          <Input
            className="number tariff-day"
            aria-label={t('conversion.on')}
            value={on}
            onChange={({ target }) => setOn(target.value)}
          />
        </label>
        <Button htmlType="submit">{t('conversion.look')}</Button>
        <Segmented<ConversionKind>
          aria-label={t('conversion.kinds')}
          value={kind}
          onChange={(next) => {
            setKind(next)
            setOpen(undefined)
          }}
          options={kinds.map((one) => ({
            value: one,
            label: `${t(`conversion.kind.${one}`)} ${value?.counts[one] ?? 0}`,
          }))}
        />
        <span className="face-space" />
        <ActButton
          does="convertGoods"
          type="primary"
          loading={busy}
          disabled={!value || state !== 'ready'}
          onClick={() => void run()}
        >
          {t('conversion.run', { count: decisions.size })}
        </ActButton>
      </form>
      {typeof state === 'object' && <Alert type="warning" showIcon title={show(state.error)} />}
      {value && <TableUsed used={value.used} />}
      {value && !value.before && <p className="face-note">{t('conversion.noBefore')}</p>}
      {done && (
        <Alert
          type={done.left.length > 0 ? 'warning' : 'success'}
          showIcon
          closable={{ onClose: () => setDone(undefined) }}
          title={t('conversion.says', { count: done.converted, left: done.left.length })}
          description={
            <ul className="tariff-left">
              {done.left.map(({ sku, why, fix }) => (
                <li key={sku}>{`${sku}: ${show(why)} → ${show(fix)}`}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className="tariff-split">
        <div className="tariff-grid">
          <Grid<Row>
            id="conversion"
            label={label('conversion')}
            columns={columns}
            source={{
              total: value?.total ?? 0,
              version,
              rows,
              state: typeof state === 'object' ? 'ready' : state,
            }}
            onOpen={setOpen}
            totals={{ filter: { rows: value?.total ?? 0 } }}
            empty={<p>{t('conversion.none')}</p>}
          />
        </div>
        <aside className="face-card tariff-detail" aria-label={t('conversion.decide')} aria-live="polite">
          <Decide
            key={open?.sku}
            conversion={open}
            decision={open && decisions.get(open.sku)}
            onDecide={(decision) => {
              if (open) setDecisions((before) => new Map(before).set(open.sku, decision))
            }}
          />
        </aside>
      </div>
    </>
  )
}

function stands(row: Converted, decisions: ReadonlyMap<string, ConversionDecision>) {
  if (decisions.has(row.sku)) return 'decided' as const
  return goesByItself(row) ? ('byItself' as const) : ('open' as const)
}
