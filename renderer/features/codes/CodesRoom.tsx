import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Input, Select, Spin } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { codeTableNames } from '#shared/codes/names'
import { ActButton } from '../../app/ActButton'
import { ReferenceButton } from '../../app/reference/ReferenceButton'
import type { ViewProps } from '../../app/room'
import { useCommand } from '../../app/useCommand'
import { usePinyin } from '../../components/usePinyin'
import { useColumnTitles } from '../../components/column-titles'
import { Grid, type GridColumn } from '../../components/grid'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useCodeBook, useOwnCodes } from '../../components/useCodeBook'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import { CodeEditor } from './CodeEditor'
import { CodeImport } from './CodeImport'
import { TableFacts } from './TableFacts'
import { choices, findLines, linesOf, type Choice, type CodeLine } from './tables'
import './codes.css'

const tones: Record<CodeLine['mark'], StateTone> = {
  '': 'neutral',
  seen: 'waiting',
  added: 'running',
  obsolete: 'neutral',
  unverified: 'waiting',
  group: 'neutral',
  internal: 'neutral',
}

function useColumns(choice: Choice): GridColumn<CodeLine>[] {
  const { t } = useTranslation('codes')
  const show = useText()
  const title = useColumnTitles('codes', 'column')
  return useMemo(() => {
    const table: GridColumn<CodeLine>[] =
      choice === 'own'
        ? [
            {
              key: 'table',
              title: title('table'),
              width: 130,
              format: (_v, row) => show(codeTableNames[row.table]),
            },
          ]
        : []
    return [
      ...table,
      { key: 'code', title: title('code'), width: 110 },
      { key: 'zh', title: title('zh'), width: 260 },
      { key: 'en', title: title('en'), width: 220 },
      { key: 'iso', title: title('iso'), width: 70 },
      {
        key: 'mark',
        title: title('mark'),
        width: 150,
        format: (_v, { mark }) => (mark === '' ? '' : t(`mark.${mark}`)),
        render: (_v, { mark }) =>
          mark === '' ? null : <StateTag tone={tones[mark]}>{t(`mark.${mark}`)}</StateTag>,
      },
      {
        key: 'source',
        title: title('source'),
        width: 170,
        format: (_v, { source }) => (source === '' ? '' : t(`source.${source}`, { defaultValue: source })),
      },
      {
        key: 'firstSeen',
        title: title('firstSeen'),
        width: 150,
        format: (_v, row) => (row.firstSeen ? showTime(row.firstSeen) : ''),
      },
    ]
  }, [choice, show, t, title])
}

/** 代码表: every table with its completeness, and the codes that officers of this machine added to it. */
export function CodesRoom({ params }: ViewProps) {
  const { t } = useTranslation('codes')
  const show = useText()
  const label = useColumnTitles('codes', 'room')
  const book = useCodeBook()
  const own = useOwnCodes()
  const [choice, setChoice] = useState<Choice>(
    () => choices.find((one) => one === params['table']) ?? (own.codes.length > 0 ? 'own' : 'currency'),
  )
  const [query, setQuery] = useState('')
  const [editing, setEditing] = useState<CodeLine | 'new'>()
  const [importing, setImporting] = useState(false)
  const pinyinOf = usePinyin(/^[a-z]/i.test(query.trim()))
  const columns = useColumns(choice)
  const lines = useMemo(() => (book ? linesOf(book, own, choice) : []), [book, choice, own])
  const found = useMemo(() => findLines(lines, query, pinyinOf), [lines, pinyinOf, query])
  const add = () => setEditing('new')
  useCommand({
    id: 'codes.add',
    does: 'putCodes',
    title: 'codes:add',
    group: 'room',
    keys: 'Alt+N',
    run: add,
  })
  if (!book) return <Spin description={t('loading')} />
  const table = choice === 'own' ? undefined : choice
  return (
    <div className="codes" data-room="codes" data-help="codes.room">
      <div className="codes-tools" role="toolbar" aria-label={t('title')}>
        <Select<Choice>
          aria-label={t('choose')}
          className="codes-choice"
          value={choice}
          onChange={setChoice}
          showSearch={{ optionFilterProp: 'label' }}
          options={choices.map((value) => ({
            value,
            label: value === 'own' ? t('own', { count: own.codes.length }) : show(codeTableNames[value]),
          }))}
        />
        <Input.Search
          className="codes-search"
          aria-label={t('search')}
          placeholder={t('search')}
          allowClear
          value={query}
          onChange={({ target }) => setQuery(target.value)}
        />
        <span className="codes-space" />
        <ActButton does="putCodes" icon={<PlusOutlined />} onClick={add}>
          {t('add')}
        </ActButton>
        <ActButton does="putCodes" icon={<ImportOutlined />} onClick={() => setImporting(true)}>
          {t('import.open')}
        </ActButton>
        {table && <ReferenceButton table={table} name={codeTableNames[table]} label={t('update')} />}
      </div>
      {table && <TableFacts table={book.table(table)} own={own} />}
      <div className="codes-grid">
        <Grid<CodeLine>
          id="codes"
          label={label('title')}
          columns={columns}
          source={{
            total: found.length,
            version: `${choice} ${query} ${found.length} ${own.codes.length} ${pinyinOf ? 'p' : ''}`,
            rows: (offset, limit) => Promise.resolve(found.slice(offset, offset + limit)),
          }}
          onOpen={setEditing}
          totals={{ filter: { rows: found.length } }}
          empty={<p>{t(choice === 'own' && query === '' ? 'noOwn' : 'nothing')}</p>}
        />
      </div>
      {editing && (
        <CodeEditor
          line={editing}
          table={table ?? 'currency'}
          book={book}
          onClose={() => setEditing(undefined)}
        />
      )}
      {importing && (
        <CodeImport table={table ?? 'currency'} book={book} onClose={() => setImporting(false)} />
      )}
    </div>
  )
}
