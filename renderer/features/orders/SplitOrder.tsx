import { Alert, Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { useAct } from '../../app/useAct'
import type { OrderDossier } from '../../data/port'
import { NumberInput } from '../../components/NumberInput'
import { laid, put, remove } from './overlays'
import { deal, dealt, partsOf, planFault, startPlan } from './split-plan'

const mostParts = 20

/** 拆单 by hand: which pieces go into which part; the first part keeps what is not moved. */
export function SplitOrder({ dossier }: { dossier: OrderDossier }) {
  const { t } = useTranslation('orders')
  const { act } = useAct()
  const { id, order } = dossier
  const lines = dealt(order.lines)
  const known = laid(dossier, 'split')
  const [open, setOpen] = useState(false)
  const [plan, setPlan] = useState(
    () => known?.record.parts.map(({ quantities }) => quantities) ?? startPlan(lines, 2),
  )
  const fault = planFault(plan, lines)
  const { orderNo } = order

  const write = async (changes: Parameters<typeof act>[0]['changes'], said: string) => {
    await act({ name: 'order.split', why: t('why.split'), changes, said })
    setOpen(false)
  }
  const save = () =>
    write(
      [put(dossier, { aspect: 'split', fact: id, parts: partsOf(orderNo, plan) })],
      t('said.split', { orderNo, parts: plan.length }),
    )
  return (
    <>
      <ActButton does="work" data-help="orders.split" onClick={() => setOpen(true)}>
        {t('split')}
      </ActButton>
      <Modal
        open={open}
        width={820}
        title={t('splitTitle', { orderNo })}
        onCancel={() => setOpen(false)}
        destroyOnHidden
        footer={[
          known && (
            <Button
              key="unsplit"
              onClick={() =>
                void write(remove(dossier, 'split'), t('said.unsplit', { orderNo })).catch(() => undefined)
              }
            >
              {t('unsplit')}
            </Button>
          ),
          <Button
            key="save"
            type="primary"
            disabled={fault !== undefined}
            onClick={() => void save().catch(() => undefined)}
          >
            {t('saveSplit')}
          </Button>,
        ]}
      >
        <label className="split-parts">
          {t('parts')}
          <NumberInput
            min={2}
            max={mostParts}
            value={plan.length}
            onChange={(n) => setPlan(startPlan(lines, n ?? 2))}
          />
        </label>
        <table className="order-lines">
          <thead>
            <tr>
              <th scope="col">{t('line.sku')}</th>
              <th scope="col">{t('line.quantity')}</th>
              {plan.map((_part, at) => (
                <th key={at} scope="col">{`${orderNo}-${at + 1}`}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.row}>
                <td>{line.sku || line.name}</td>
                <td className="number">{line.quantity}</td>
                {plan.map((part, at) => (
                  <td key={at}>
                    <Input
                      size="small"
                      aria-label={`${line.sku || line.name} ${orderNo}-${at + 1}`}
                      value={part[String(line.row)] ?? ''}
                      onChange={(event) => setPlan(deal(plan, line, at, event.target.value.trim()))}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        {fault && (
          <Alert
            type="info"
            showIcon
            title={t(`splitFault.${fault.fault}`, { row: fault.row, part: fault.part })}
          />
        )}
      </Modal>
    </>
  )
}
