import { SaveOutlined, FileExcelOutlined, ImportOutlined } from '@ant-design/icons'
import { Alert, ConfigProvider } from 'antd'
import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CodeBook } from '#shared/codes/book'
import { missingGoodsSheet } from '#shared/declaration/missing-goods'
import { ActButton } from '../../app/ActButton'
import { useBook, useSession } from '../../app/book'
import { useWhyNot } from '../../app/roles'
import { useAct } from '../../app/useAct'
import { codeLabel } from '../../components/CodeSelect'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type CellChange, type GridColumn, type GridRow } from '../../components/grid'
import { practiceMark } from '../../components/save/practice-mark'
import { saveExcel } from '../../components/save/save-excel'
import { codeEntries, useCodeBook } from '../../components/useCodeBook'
import { goodsFields, isRequired, labelOf } from './fields'
import { GoodsImport } from './GoodsImport'
import { gridRow, isComplete, missingRows, unitCode, without, withEdits } from './missing-rows'
import { goodsOf } from './record'
import type { MissingRead } from './useMissing'
import { useSheetDraft } from './useSheetDraft'

const unitFields = new Set(['unit', 'unit1', 'unit2'])
const widths: Partial<Record<string, number>> = {
  sku: 140,
  name: 170,
  gname: 150,
  gmodel: 220,
  itemName: 190,
  barCode: 150,
  gcode: 150,
  unit1: 150,
  unit2: 150,
}

/** `bonded`: orders wait for a number in the account book, so its column comes first. */
function useColumns(codes: CodeBook | undefined, bonded: boolean): GridColumn[] {
  const title = useColumnTitles('goods', 'missing')
  return useMemo((): GridColumn[] => {
    const unit = (value: unknown) => {
      const text = String(value ?? '')
      const found =
        codes && codeEntries(codes, 'unit').find(({ code, name }) => code === text || name === text)
      return found ? codeLabel({ code: found.code, name: found.name }) : text
    }
    const [, ...rest] = goodsFields
    const others = bonded
      ? (['itemRecordNo', ...rest.filter((field) => field !== 'itemRecordNo')] as const)
      : rest
    return [
      { key: 'sku', title: labelOf('sku'), width: 140, frozen: true },
      { key: 'orders', title: title('orders'), width: 116, align: 'right', frozen: true },
      ...others.map((field): GridColumn => ({
        key: field,
        title:
          isRequired(field) || (bonded && field === 'itemRecordNo')
            ? { zh: `${labelOf(field).zh}*`, en: `${labelOf(field).en}*` }
            : labelOf(field),
        width: widths[field] ?? 110,
        editable: true,
        ...(unitFields.has(field) && { format: unit, edit: (value: unknown) => String(value ?? '') }),
      })),
    ]
  }, [bonded, codes, title])
}

type SheetProps = { faces: ReactNode; missing: MissingRead }

/** 缺商品资料: every SKU that holds up orders in one sheet, filled here or in Excel. */
export function MissingSheet({ faces, missing }: SheetProps) {
  const { t } = useTranslation('goods')
  const { entry } = useSession()
  const { act, refuse } = useAct()
  const codes = useCodeBook()
  const port = useBook()
  const refused = useWhyNot()('command')
  const { draft, readings, update } = useSheetDraft()
  const [importing, setImporting] = useState(false)
  const bonded = missing.state === 'ready' && missing.goods.some(({ known }) => known !== undefined)
  const columns = useColumns(codes, bonded)
  const rows = useMemo(
    () =>
      codes && draft && missing.state === 'ready'
        ? missingRows(missing.goods, draft, { codes, practice: entry.kind === 'practice' })
        : [],
    [codes, draft, entry.kind, missing],
  )
  const units = useMemo(
    () => new Map(codes ? codeEntries(codes, 'unit').map(({ code, name }) => [name, code]) : []),
    [codes],
  )
  // Read by the grid when it is new or told of a change; what is typed meanwhile it shows itself.
  const latest = useRef(rows)
  latest.current = rows
  const page = useCallback(
    async (offset: number, limit: number): Promise<GridRow[]> =>
      latest.current.slice(offset, offset + limit).map(gridRow),
    [],
  )
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows])
  const onEdit = async (changes: readonly CellChange[]) => {
    const edits = changes.map(({ rowId, key, after }) => ({
      sku: rowId,
      field: key,
      value: unitFields.has(key) ? unitCode(after, units) : after,
    }))
    await update(
      (before) => withEdits(before, edits),
      (stored) => port.command('goods.draft', t('missing.title'), [stored]),
    )
  }
  const complete = rows.filter(isComplete)
  const save = async () => {
    const done = new Set(complete.map(({ id }) => id))
    const goods = complete.map(
      ({ values, known }) =>
        ({
          table: 'goods',
          op: 'put',
          id: known?.id,
          rev: known?.rev ?? 0,
          record: goodsOf(values),
        }) as const,
    )
    const orders = complete.reduce((sum, row) => sum + row.orders, 0)
    const said = t('missing.saved', { count: complete.length, orders })
    const kept = draft ?? {}
    try {
      await update(
        (before) => without(before, done),
        (stored) => act({ name: 'goods.fill', why: t('missing.title'), changes: [stored, ...goods], said }),
      )
    } catch {
      // Said by the act; what was typed comes back.
      await update(
        (after) => ({ ...kept, ...after }),
        (stored) => port.command('goods.draft', t('missing.title'), [stored]),
      ).catch(refuse)
    }
  }
  const exportSheet = () => {
    const { header, rows: blank } = missingGoodsSheet(missing.state === 'ready' ? missing.goods : [])
    const filled = blank.map((cells, at) =>
      cells.map((cell, column) => rows[at]?.values[goodsFields[column] ?? ''] ?? cell),
    )
    void saveExcel(`${t('missing.title')}.xlsx`, [
      {
        name: t('missing.title'),
        ...practiceMark(entry.kind),
        columns: header.map((name) => ({ title: name, width: Math.max(12, name.length * 2), kind: 'text' })),
        rows: filled,
      },
    ]).catch(refuse)
  }
  const waiting = missing.state === 'ready' ? missing.goods.length : 0
  return (
    <>
      <div className="goods-tools" role="toolbar" aria-label={t('missing.title')}>
        <ActButton
          does="command"
          type="primary"
          icon={<SaveOutlined />}
          disabled={complete.length === 0}
          onClick={() => void save()}
        >
          {t('missing.save', { count: complete.length })}
        </ActButton>
        <span className="record-note-plain">{t('missing.hint')}</span>
        <span className="record-space" />
        <ActButton
          does="files.saveAs"
          icon={<FileExcelOutlined />}
          disabled={waiting === 0}
          onClick={exportSheet}
        >
          {t('missing.export')}
        </ActButton>
        <ActButton does="importFile" icon={<ImportOutlined />} onClick={() => setImporting(true)}>
          {t('missing.import')}
        </ActButton>
      </div>
      <div className="goods-filter">
        {faces}
        {waiting > 0 && <Alert type="warning" showIcon title={t('missing.blocked', { count: waiting })} />}
      </div>
      <div className="goods-grid">
        <ConfigProvider componentDisabled={refused !== undefined}>
          <Grid
            id="goods-missing"
            label={{ zh: t('missing.title', { lng: 'zh' }), en: t('missing.title', { lng: 'en' }) }}
            columns={columns}
            source={{
              total: rows.length,
              version: JSON.stringify([rows.map(({ id, orders }) => [id, orders]), readings]),
              rows: page,
              state:
                missing.state === 'failed'
                  ? { error: missing.failure.text }
                  : !codes || !draft || missing.state === 'loading'
                    ? 'loading'
                    : 'ready',
            }}
            onEdit={onEdit}
            enterMoves="right"
            errorOf={(row, key) => {
              const line = byId.get(row.id)
              if (!line) return undefined
              const { begun, faults, values } = line
              const fault = faults.find(({ field, severity }) => field === key && severity === 'refuse')
              // Nobody is blamed for a row not begun, only for what stands there wrongly.
              return begun || (values[key] ?? '') !== '' ? fault?.message : undefined
            }}
            empty={<p>{t('missing.none')}</p>}
          />
        </ConfigProvider>
      </div>
      <GoodsImport open={importing} onClose={() => setImporting(false)} />
    </>
  )
}
