import { Alert, App, Button, Input, Modal, Table } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useBook } from '../../app/book'
import { useQueryState } from '../../app/useQuery'
import { describeFailure, type Failure } from '../../components/failure'
import { useText } from '../../components/text'
import { showTime } from '../../components/time'
import type { Deleted } from '../../data/port'

/** 回收站: what was deleted in the last thirty days, and the way back, with a reason. */
export function Trash({ version, onClose }: { version: number; onClose: () => void }) {
  const { t } = useTranslation('journal')
  const { t: inSafety } = useTranslation('safety')
  const show = useText()
  const port = useBook()
  const { message } = App.useApp()
  const [why, setWhy] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const { value, state } = useQueryState(() => port.trash() as Promise<Deleted[]>, version)
  const given = why.trim() !== ''

  const putBack = async ({ seq, table, id, caption }: Deleted) => {
    setBusy(true)
    setFailure(undefined)
    try {
      await port.putBack({ seq, table, id }, why.trim())
      void message.success(t('trash.done', { name: caption }))
    } catch (error) {
      setFailure(describeFailure(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      width={900}
      title={t('trash.title')}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
      onCancel={onClose}
    >
      <p className="journal-hint">{t('trash.what')}</p>
      <label className="journal-why">
        {t('trash.backWhy')}
        <Input autoFocus value={why} onChange={(event) => setWhy(event.target.value)} />
      </label>
      {failure && <Alert type="error" showIcon title={show(failure.text)} />}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<Deleted>
        size="small"
        rowKey={({ seq, table, id }) => `${seq} ${table} ${id}`}
        aria-label={t('trash.title')}
        loading={state === 'loading'}
        dataSource={value ?? []}
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        locale={{ emptyText: t('trash.empty') }}
        columns={[
          { title: t('trash.table'), render: (_v, { table }) => inSafety(`table.${table}`) },
          { title: t('trash.caption'), dataIndex: 'caption' },
          { title: t('trash.at'), render: (_v, { at }) => showTime(at) },
          { title: t('trash.who'), dataIndex: 'who' },
          { title: t('trash.why'), dataIndex: 'why' },
          {
            title: t('trash.acts'),
            render: (_v, deleted) => (
              <ActButton
                does="putBack"
                type="link"
                size="small"
                disabled={!given || busy}
                onClick={() => void putBack(deleted)}
              >
                {t('trash.back')}
              </ActButton>
            ),
          },
        ]}
      />
    </Modal>
  )
}
