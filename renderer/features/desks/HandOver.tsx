import { FileExcelOutlined, FilePdfOutlined } from '@ant-design/icons'
import { AutoComplete, Button, Input, Modal, Select, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { handOverSheet, handOverWorkbook } from '#shared/declaration/print/hand-over'
import { ActButton } from '../../app/ActButton'
import { useSession } from '../../app/book'
import { openView } from '../../app/navigation'
import { viewOfRecord } from '../../app/book-search'
import { useAct } from '../../app/useAct'
import { useChanges } from '../../app/useChanges'
import { useQueryState } from '../../app/useQuery'
import { saveExcel } from '../../components/save/save-excel'
import { savePdf } from '../../components/save/save-pdf'
import { showTime } from '../../components/time'
import type { HandOverItem } from '../../data/port'
import { listed, useText } from '../../components/text'

/** 交接清单: what is open by person, with the last act and the next step; printed with both names, or all transferred. */
export function HandOver() {
  const { t } = useTranslation('desks')
  const show = useText()
  const { t: act } = useTranslation('journal')
  const { port, enterprise, officer } = useSession()
  const { refuse, offerUndo } = useAct()
  const [owner, setOwner] = useState<string>()
  const [to, setTo] = useState('')
  const [asking, setAsking] = useState(false)
  const version = useChanges('overlays', 'lists', 'facts')
  const { value: all = [] } = useQueryState(() => port.handOver() as Promise<HandOverItem[]>, version)
  const owners = [...new Set(all.map((item) => item.owner))]
  const items = owner === undefined ? all : all.filter((item) => item.owner === owner)

  const words = (item: HandOverItem) => {
    const [kind = '', verb = ''] = item.lastAct.split('.')
    const name =
      item.lastAct &&
      (act(`act.${kind}_${verb}`, { defaultValue: '' }) ||
        act(`kind.${kind}`, { defaultValue: item.lastAct }))
    return {
      kind: t(`kind.${item.room}`),
      state: t(`itemState.${item.state || 'none'}`, { defaultValue: item.state }),
      last: name ? `${showTime(item.lastAt)} ${item.lastWho} ${name}` : '',
      next: t(`next.${item.room}.${item.state || 'none'}`, { defaultValue: t('next.other') }),
    }
  }
  const save = async (form: 'pdf' | 'xlsx') => {
    try {
      const rows = items.map((item) => ({ ...item, ...words(item), labels: show(listed(item.labels)) }))
      const head = {
        enterprise: enterprise!,
        from: owner ?? '',
        to,
        printer: officer,
        now: new Date().toISOString(),
      }
      const name = t('handOverName', { owner: owner ?? t('everybody') })
      const saved =
        form === 'pdf'
          ? await savePdf(`${name}.pdf`, handOverSheet(rows, head))
          : await saveExcel(`${name}.xlsx`, [handOverWorkbook(rows, head)])
      if (saved) offerUndo(t('saved', { place: saved.shownPath }), undefined)
    } catch (error) {
      refuse(error)
    }
  }
  const transfer = async () => {
    try {
      const n = await port.transferAll(owner!, to, t('why.transfer', { from: owner, to }))
      setAsking(false)
      setOwner(to.trim())
      offerUndo(t('transferred', { n, to }), undefined)
    } catch (error) {
      refuse(error)
    }
  }
  const toField = (
    <AutoComplete
      value={to}
      onChange={setTo}
      options={owners.filter((one) => one !== owner).map((value) => ({ value }))}
      placeholder={t('to')}
      aria-label={t('to')}
      style={{ width: 140 }}
    />
  )
  return (
    <div className="hand-over">
      <div className="desk-tools" role="toolbar" aria-label={t('face.handOver')}>
        <Select
          allowClear
          value={owner ?? null}
          onChange={setOwner}
          placeholder={t('everybody')}
          aria-label={t('from')}
          options={owners.map((value) => ({ value }))}
          style={{ width: 160 }}
        />
        {toField}
        <ActButton
          does="print.pdf"
          icon={<FilePdfOutlined />}
          disabled={items.length === 0}
          onClick={() => void save('pdf')}
        >
          {t('pdf')}
        </ActButton>
        <ActButton
          does="files.saveAs"
          icon={<FileExcelOutlined />}
          disabled={items.length === 0}
          onClick={() => void save('xlsx')}
        >
          {t('excel')}
        </ActButton>
        <ActButton
          does="transferAll"
          disabled={owner === undefined || to.trim() === '' || to.trim() === owner}
          onClick={() => setAsking(true)}
        >
          {t('transferAll')}
        </ActButton>
        <span className="desk-hint">{t('handOverHint')}</span>
      </div>
      <Table<HandOverItem>
        size="small"
        rowKey={(item) => item.id}
        aria-label={t('face.handOver')}
        dataSource={items}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: t('nothingToHandOver') }}
        columns={[
          { title: t('column.owner'), dataIndex: 'owner' },
          { title: t('column.kind'), render: (_v, item) => words(item).kind },
          {
            title: t('column.number'),
            render: (_v, item) => (
              <Button
                type="link"
                size="small"
                onClick={() => openView(viewOfRecord(item.room), { id: item.id }, item.number)}
              >
                {item.number}
              </Button>
            ),
          },
          { title: t('column.state'), render: (_v, item) => words(item).state },
          { title: t('column.remindOn'), dataIndex: 'remindOn' },
          {
            title: t('column.note'),
            render: (_v, item) => [...item.labels, item.note].filter(Boolean).join(' · '),
          },
          { title: t('column.last'), render: (_v, item) => words(item).last },
          { title: t('column.next'), render: (_v, item) => words(item).next },
        ]}
      />
      <Modal
        open={asking}
        title={t('transferAsk', { from: owner, to, n: items.length })}
        okText={t('transferAll')}
        onOk={() => void transfer()}
        onCancel={() => setAsking(false)}
        destroyOnHidden
      >
        <p>{t('transferWhat')}</p>
        <Input readOnly value={`${owner ?? ''} → ${to}`} aria-label={t('transferAll')} />
      </Modal>
    </div>
  )
}
