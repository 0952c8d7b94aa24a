import { PlusOutlined } from '@ant-design/icons'
import { Alert, Button, Empty, Popconfirm, Table, type TableColumnsType } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { openRoom } from '../../app/navigation'
import { useAct } from '../../app/useAct'
import { useCommand } from '../../app/useCommand'
import { useZones } from '../../app/useZones'
import { StateTag } from '../../components/StateTag'
import { useText } from '../../components/text'
import type { GatePassView } from '../../data/port'
import { GatePassForm } from './GatePassForm'
import { useDeclarePass } from './useDeclarePass'
import { useGatePasses } from './useGatePasses'
import './gate-passes.css'

const tones = { done: 'good', open: 'waiting', soon: 'waiting', overdue: 'bad' } as const

function useColumns(onEdit: (pass: GatePassView) => void): TableColumnsType<GatePassView> {
  const { t } = useTranslation('gate-passes')
  const { act } = useAct()
  const declare = useDeclarePass()
  return useMemo(
    () => [
      { key: 'passNo', title: t('column.passNo'), width: 170, render: (_, { record }) => record.passNo },
      {
        key: 'state',
        title: t('column.state'),
        width: 190,
        render: (_, { state, daysLeft }) => (
          <StateTag tone={tones[state]}>{t(`state.${state}`, { days: Math.abs(daysLeft) })}</StateTag>
        ),
      },
      { key: 'leftOn', title: t('column.leftOn'), width: 110, render: (_, { record }) => record.leftOn },
      { key: 'dueOn', title: t('column.dueOn'), width: 110, dataIndex: 'dueOn' },
      {
        key: 'orders',
        title: t('column.orders'),
        width: 150,
        render: (_, { record, declared }) => t('declaredOf', { declared, orders: record.orders.length }),
      },
      { key: 'note', title: t('column.note'), render: (_, { record }) => record.note ?? '' },
      {
        key: 'acts',
        title: t('column.acts'),
        width: 320,
        render: (_, pass) => (
          <span className="gate-pass-acts">
            <ActButton
              does="buildLists"
              size="small"
              type="primary"
              disabled={pass.record.orders.length === pass.declared}
              onClick={() => void declare(pass)}
            >
              {t('declare')}
            </ActButton>
            <ActButton does="command" size="small" onClick={() => onEdit(pass)}>
              {t('edit')}
            </ActButton>
            <Popconfirm
              title={t('deleteAsk', { passNo: pass.record.passNo })}
              onConfirm={() =>
                act({
                  name: 'gate-pass.delete',
                  why: pass.record.passNo,
                  changes: [{ table: 'gatePasses', op: 'delete', id: pass.id, rev: pass.rev }],
                  said: t('deleted', { passNo: pass.record.passNo }),
                }).catch(() => undefined)
              }
            >
              <ActButton does="command" size="small" danger>
                {t('delete')}
              </ActButton>
            </Popconfirm>
          </span>
        ),
      },
    ],
    [act, declare, onEdit, t],
  )
}

/** 先出区后报关: what left the zone on a 核放单, and how many days are left to declare it. */
export function GatePassRoom() {
  const { t } = useTranslation('gate-passes')
  const show = useText()
  const { choice } = useZones()
  const { passes, state } = useGatePasses()
  const [editing, setEditing] = useState<GatePassView | 'new'>()
  const columns = useColumns(setEditing)
  useCommand({
    id: 'gate-passes.add',
    does: 'command',
    title: 'gate-passes:add',
    group: 'room',
    keys: 'Alt+N',
    run: () => setEditing('new'),
  })
  const named = choice?.zones.find(({ id }) => id === choice.inUse)?.leavesFirst === true
  return (
    <div className="gate-passes" data-room="gate-passes">
      <div className="gate-pass-acts" role="toolbar" aria-label={t('title')}>
        <ActButton does="command" type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
          {t('add')}
        </ActButton>
        <Button onClick={() => openRoom('lists')}>{t('openLists')}</Button>
        <span>{t('hint')}</span>
      </div>
      {choice && !named && <Alert type="info" showIcon title={t('notNamed')} />}
      {typeof state === 'object' && <Alert type="error" showIcon title={show(state.error)} />}
      <Table<GatePassView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={passes ?? []}
        loading={!passes && state === 'loading'}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('empty')} /> }}
        onRow={(pass) => ({ onDoubleClick: () => setEditing(pass) })}
      />
      {editing && (
        <GatePassForm
          pass={editing === 'new' ? undefined : editing}
          last={passes?.[0]?.record}
          onClose={() => setEditing(undefined)}
        />
      )}
    </div>
  )
}
