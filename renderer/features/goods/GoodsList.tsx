import { Input, Select, Space } from 'antd'
import { useEffect, useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { openTab } from '../../app/navigation'
import { codeLabel } from '../../components/CodeSelect'
import { useColumnTitles } from '../../components/column-titles'
import {
  Grid,
  nothingSelected,
  selectedCount,
  type GridColumn,
  type GridSelection,
  type GridSort,
} from '../../components/grid'
import { PasteFilter } from '../../components/PasteFilter'
import { codeEntries, useCodeBook } from '../../components/useCodeBook'
import { useBook } from '../../app/book'
import { FiledResult } from '../../app/filed/FiledResult'
import { openGoods } from '../../app/open-goods'
import { MovedBar } from '../../app/provenance/MovedBar'
import { useMoved } from '../../app/provenance/useMoved'
import type { Condition, Filter, FilingBatch } from '../../data/port'
import '../../styles/faces.css'
import { GoodsTools } from './GoodsTools'
import { useGoodsList, type TextFilter } from './useGoodsList'

const searched = ['sku', 'name', 'gname', 'gcode'] as const
const pauseMs = 200

/** What is typed, once the officer pauses. */
function usePaused(text: string): string {
  const [paused, setPaused] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(text), pauseMs)
    return () => clearTimeout(timer)
  }, [text])
  return paused
}

function useColumns(moved: ReadonlySet<string>, says: string): GridColumn[] {
  const title = useColumnTitles('goods', 'columns')
  const codes = useCodeBook()
  return useMemo((): GridColumn[] => {
    const unit = (value: unknown) => {
      const entry = codes && codeEntries(codes, 'unit').find(({ code }) => code === value)
      return entry ? codeLabel({ code: entry.code, name: entry.name }) : String(value ?? '')
    }
    const column = (key: string, width: number, more: Partial<GridColumn> = {}): GridColumn => ({
      key,
      title: title(key),
      width,
      sortable: true,
      ...more,
    })
    return [
      column('sku', 150, { frozen: true }),
      column('name', 170),
      column('gname', 150),
      column('gcode', 110),
      column('barCode', 104),
      column('unit', 90, { format: unit }),
      column('netWeight', 90, { align: 'right' }),
      column('grossWeight', 90, { align: 'right' }),
      column('statisticsFlag', 70, { align: 'center' }),
      column('source', 80, {
        sortable: false,
        format: (_, { id }) => (moved.has(id) ? says : ''),
      }),
    ]
  }, [codes, moved, says, title])
}

/** The goods master: filter, pasted SKUs, bulk edit, Excel both ways; Enter opens a record. */
export function GoodsList({ faces }: { faces: ReactNode }) {
  const { t } = useTranslation('goods')
  const { t: words } = useTranslation('provenance')
  const [search, setSearch] = useState<TextFilter>({ column: 'sku', text: '' })
  const [flag, setFlag] = useState<string>()
  const [numbers, setNumbers] = useState<readonly string[]>()
  const [sort, setSort] = useState<GridSort>()
  const [selection, setSelection] = useState<GridSelection>(nothingSelected)
  const port = useBook()
  const [filed, setFiled] = useState<FilingBatch>()
  const [onlyMoved, setOnlyMoved] = useState(false)
  const { moved, ids } = useMoved('goods')
  const text = usePaused(search.text.trim())
  const filter = useMemo((): Filter => {
    const where: Condition[] = []
    if (text) where.push({ column: search.column, is: 'contains', value: text })
    if (flag) where.push({ column: 'statisticsFlag', is: 'in', values: [flag] })
    return {
      ...(where.length > 0 && { where }),
      ...(numbers && { numbers: [...numbers] }),
      ...(onlyMoved && { ids: [...ids] }),
    }
  }, [flag, ids, numbers, onlyMoved, search.column, text])
  const { source, total, notFound } = useGoodsList(filter, sort)
  const columns = useColumns(ids, words('moved'))
  useEffect(() => setSelection(nothingSelected), [filter])

  return (
    <>
      <GoodsTools
        filter={filter}
        sort={sort}
        selection={selection}
        total={total}
        onDone={() => setSelection(nothingSelected)}
        onFiled={setFiled}
      />
      <div className="goods-filter" role="search">
        {faces}
        <Space.Compact>
          <Select
            aria-label={t('searchIn')}
            value={search.column}
            onChange={(column) => setSearch({ ...search, column })}
            options={searched.map((column) => ({ value: column, label: t(`columns.${column}`) }))}
            className="goods-search-in"
          />
          <Input
            allowClear
            aria-label={t('search')}
            placeholder={t('search')}
            value={search.text}
            onChange={(event) => setSearch({ ...search, text: event.target.value })}
          />
        </Space.Compact>
        <Select
          allowClear
          aria-label={t('columns.statisticsFlag')}
          placeholder={t('columns.statisticsFlag')}
          value={flag ?? null}
          onChange={setFlag}
          className="goods-search-in"
          options={['A', 'B'].map((value) => ({ value, label: value }))}
        />
        <PasteFilter
          active={numbers && { asked: numbers.length, notFound }}
          onApply={setNumbers}
          onClear={() => setNumbers(undefined)}
        />
      </div>
      <MovedBar master="goods" moved={moved} only={onlyMoved} onOnly={setOnlyMoved} />
      {filed && (
        <FiledResult
          batch={filed}
          onOpen={(sku) => void openGoods(port, sku)}
          onClose={() => setFiled(undefined)}
        />
      )}
      <div className="goods-grid">
        <Grid
          id="goods"
          label={{ zh: t('title', { lng: 'zh' }), en: t('title', { lng: 'en' }) }}
          columns={columns}
          source={source}
          selection={selection}
          onSelect={setSelection}
          sort={sort}
          onSort={setSort}
          onOpen={({ id, sku }) => openTab({ view: 'goods/record', params: { id }, title: String(sku) })}
          totals={{
            filter: { rows: total },
            ...(selectedCount(selection, total) > 0 && {
              selection: { rows: selectedCount(selection, total) },
            }),
          }}
          empty={<p>{t('empty')}</p>}
        />
      </div>
    </>
  )
}
