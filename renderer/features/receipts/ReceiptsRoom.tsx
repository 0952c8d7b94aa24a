import { CheckOutlined } from '@ant-design/icons'
import { App, Segmented } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { openTab } from '../../app/navigation'
import type { ViewProps } from '../../app/room'
import { useColumnTitles } from '../../components/column-titles'
import { describeFailure } from '../../components/failure'
import { Grid, type GridColumn } from '../../components/grid'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { ReadRequest, ReceiptView } from '../../data/port'
import { faces, useReceipts, type Face } from './useReceipts'
import { useUnknownCodes } from './useUnknownCodes'
import './receipts.css'

function useColumns(): GridColumn<ReceiptView>[] {
  const { t } = useTranslation('receipts')
  const show = useText()
  const title = useColumnTitles('receipts', 'column')
  return useMemo(
    () => [
      { key: 'at', title: title('at'), width: 150, format: (_v, row) => showTime(row.at) },
      {
        key: 'unread',
        title: title('unread'),
        width: 68,
        align: 'center',
        format: (_v, row) => (row.unread ? t('unread') : ''),
        render: (_v, row) => row.unread && <span className="receipts-unread">{t('unread')}</span>,
      },
      {
        key: 'message',
        title: title('message'),
        width: 96,
        format: (_v, { message }) => t(`message.${message || 'none'}`, { defaultValue: message }),
      },
      { key: 'copNo', title: title('copNo'), width: 190, format: (_v, row) => row.copNo ?? t('notOurs') },
      { key: 'number', title: title('number'), width: 170 },
      {
        key: 'words',
        title: title('words'),
        width: 160,
        format: (_v, row) => show(row.words),
        render: (_v, row) => <StateTag tone={row.outcome}>{show(row.words)}</StateTag>,
      },
      { key: 'info', title: title('info'), width: 320 },
      {
        key: 'receivedAt',
        title: title('receivedAt'),
        width: 150,
        format: (_v, row) => showTime(row.receivedAt),
      },
    ],
    [show, t, title],
  )
}

/** 回执: everything customs said, newest first, in words beside the raw code and text. */
export function ReceiptsRoom({ params }: ViewProps) {
  const { t } = useTranslation('receipts')
  const show = useText()
  const own = useColumnTitles('receipts', 'room')
  const port = useBook()
  const { message } = App.useApp()
  const columns = useColumns()
  const [face, setFace] = useState<Face>(() => faces.find((one) => one === params['face']) ?? 'all')
  const { counts, source } = useReceipts(face)
  const exportUnknown = useUnknownCodes()
  const count: Record<Face, number | undefined> = {
    all: counts?.received,
    unread: counts?.unread,
    refusals: counts?.refusals,
    unknown: counts?.unknown,
  }
  const markRead = (what: ReadRequest) =>
    port.readReceipts(what).catch((error: unknown) => message.error(show(describeFailure(error).text)))
  /** The 清单 with its timeline; a receipt about something not sent from this book has none. It is read by that. */
  const open = ({ list, copNo = '', seq, unread }: ReceiptView) => {
    if (unread) void markRead({ only: [seq] })
    if (list) openTab({ view: 'lists/record', params: { id: list }, title: copNo })
  }
  return (
    <div className="receipts" data-room="receipts" data-help="receipts.room">
      <div className="receipts-tools" role="toolbar" aria-label={t('tools')}>
        <Segmented<Face>
          aria-label={t('faces')}
          value={face}
          onChange={setFace}
          options={faces.map((one) => ({
            value: one,
            label: `${t(`face.${one}`)} ${groupDigits(String(count[one] ?? 0))}`,
          }))}
        />
        <span className="receipts-space" />
        {face === 'unknown' && (
          <ActButton
            does="files.saveAs"
            disabled={counts?.unknown === 0}
            onClick={() => void exportUnknown()}
          >
            {t('unknown.export')}
          </ActButton>
        )}
        <ActButton
          does="readReceipts"
          icon={<CheckOutlined />}
          disabled={!counts || counts.unread === 0}
          onClick={() => counts && void markRead({ upTo: counts.newest })}
        >
          {t('markRead')}
        </ActButton>
      </div>
      <div className="receipts-grid">
        <Grid<ReceiptView>
          id="receipts"
          label={own('title')}
          columns={columns}
          source={source}
          onOpen={open}
          totals={{ filter: { rows: source.total } }}
          empty={<p>{t(counts?.received ? 'emptyFace' : 'empty')}</p>}
        />
      </div>
    </div>
  )
}
