import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Empty, Input, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { eventRules, returnActTexts } from '#shared/returns/routes'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openTab } from '../../app/navigation'
import type { ViewProps } from '../../app/room'
import { useFoundRow } from '../../app/useFoundRow'
import { StateTag, type StateTone } from '../../components/StateTag'
import { useText } from '../../components/text'
import type { ListRow, ReturnView } from '../../data/port'
import { Deadlines } from './Deadlines'
import { ReturnActs } from './ReturnActs'
import { useReturns } from './useReturns'
import './returns.css'

const tones: Readonly<Record<ReturnView['state'], StateTone>> = {
  draft: 'neutral',
  waiting: 'running',
  refused: 'bad',
  accepted: 'good',
  void: 'neutral',
  noted: 'neutral',
}
const most = 20

function useColumns(): TableColumnsType<ReturnView> {
  const { t } = useTranslation('returns')
  const show = useText()
  return useMemo(
    () => [
      { key: 'copNo', title: t('column.copNo'), width: 160, render: (_, r) => <code>{r.copNo}</code> },
      {
        key: 'list',
        title: t('column.list'),
        width: 165,
        render: (_, r) => (
          <Button
            type="link"
            size="small"
            onClick={() => openTab({ view: 'lists/record', params: { id: r.list }, title: r.listCopNo })}
          >
            {r.invtNo || r.listCopNo}
          </Button>
        ),
      },
      { key: 'orderNo', title: t('column.orderNo'), width: 100, ellipsis: true, dataIndex: 'orderNo' },
      {
        key: 'event',
        title: t('column.event'),
        width: 115,
        render: (_, r) => show(eventRules[r.event].name),
      },
      {
        key: 'state',
        title: t('column.state'),
        width: 120,
        render: (_, r) => (
          <span title={r.answer?.text ?? show(returnActTexts[r.act])}>
            <StateTag tone={tones[r.state]}>
              {t(`state.${r.state}`)} {r.answer?.code}
            </StateTag>
            {r.tallied && <small className="return-mark">{t(`tallied.${r.tallied.how}`)}</small>}
          </span>
        ),
      },
      {
        key: 'reason',
        title: t('column.reason'),
        render: (_, r) => (
          <>
            <div className="return-reason" title={r.reason}>
              {r.reason}
            </div>
            {r.replacement && (
              <Button
                type="link"
                size="small"
                onClick={() =>
                  openTab({
                    view: 'orders/record',
                    params: { id: r.replacement!.order },
                    title: r.replacement!.orderNo,
                  })
                }
              >
                {t('replacement.order', { no: r.replacement.orderNo })}
              </Button>
            )}
          </>
        ),
      },
      { key: 'acts', title: t('column.acts'), width: 265, render: (_, r) => <ReturnActs one={r} /> },
    ],
    [show, t],
  )
}

/** Find the 清单 something comes back of, by any of its numbers. */
function Find() {
  const { t } = useTranslation('returns')
  const port = useBook()
  const [text, setText] = useState('')
  const [found, setFound] = useState<ListRow[]>()
  const open = ({ id, copNo }: ListRow) =>
    openTab({ view: 'returns/new', params: { list: id }, title: copNo })
  const find = async () => {
    const numbers = text.split(/[\s,，;；、]+/).filter((number) => number !== '')
    if (numbers.length === 0) return
    const { rows } = await port.page({ table: 'lists', filter: { numbers }, offset: 0, limit: most })
    setFound(rows)
    if (rows.length === 1) open(rows[0]!)
  }
  return (
    <div className="returns-tools" role="toolbar" aria-label={t('find.title')} data-help="returns.find">
      <label>
        {t('find.number')}{' '}
        <Input
          className="returns-number"
          value={text}
          placeholder={t('find.example')}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) void find()
          }}
        />
      </label>
      <ActButton does="keepReturn" type="primary" icon={<PlusOutlined />} onClick={() => void find()}>
        {t('find.add')}
      </ActButton>
      {found?.length === 0 && <Alert type="warning" showIcon title={t('find.none')} />}
      {found &&
        found.length > 1 &&
        found.map((row) => (
          <Button key={row.id} size="small" onClick={() => open(row)}>
            {row.copNo} {row.orderNo}
          </Button>
        ))}
    </div>
  )
}

/** 退货: what came back or did not, where it stands at customs, and what is left to settle in the other books. */
export function ReturnsRoom({ params }: Partial<ViewProps>) {
  const { t } = useTranslation('returns')
  const show = useText()
  const { returns, state } = useReturns()
  const columns = useColumns()
  const { place, table, expandable } = useFoundRow(returns, params?.['id'], { pageSize: 50 })
  return (
    <div ref={place} className="returns" data-room="returns" data-help="returns.room">
      <Find />
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<ReturnView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={returns ?? []}
        loading={!returns && state === 'loading'}
        {...table}
        expandable={{
          ...expandable,
          rowExpandable: (one) => one.deadlines.length > 0 || one.answer !== undefined,
          expandedRowRender: (one) => (
            <>
              {one.answer && (
                <p>
                  <code>{one.answer.code}</code> {one.answer.text}
                </p>
              )}
              {one.deadlines.length > 0 && <Deadlines deadlines={one.deadlines} />}
            </>
          ),
        }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
      />
    </div>
  )
}
