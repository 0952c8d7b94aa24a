import { Alert, Input, Modal } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldMeta } from '#shared/model/field'
import { GatePass } from '#shared/model/gate-pass'
import { useBook } from '../../app/book'
import { useAct } from '../../app/useAct'
import { useOrderNumbers, useOrdersOf } from '../../app/useLinkedOrders'
import { NumberInput } from '../../components/NumberInput'
import { useText } from '../../components/text'
import type { GatePassView } from '../../data/port'

type FormProps = {
  pass: GatePassView | undefined
  /** The last one noted: its limit is proposed again. */
  last: GatePass | undefined
  onClose: () => void
}
type Field = Exclude<keyof GatePass, 'orders'>

const none: readonly string[] = []
const texts = ['passNo', 'leftOn', 'emsNo', 'vehicle', 'note'] as const

function useValues({ pass, last }: FormProps) {
  const start = pass?.record
  const [values, setValues] = useState<Record<Field, string>>({
    passNo: start?.passNo ?? '',
    leftOn: start?.leftOn ?? '',
    limitDays: String(start?.limitDays ?? last?.limitDays ?? ''),
    emsNo: start?.emsNo ?? last?.emsNo ?? '',
    vehicle: start?.vehicle ?? '',
    note: start?.note ?? '',
  })
  return { values, set: (field: Field, value: string) => setValues({ ...values, [field]: value }) }
}

/** One 核放单: its number, the day the goods left, the limit of the customs in charge, and the orders it covers. */
export function GatePassForm(props: FormProps) {
  const { pass, onClose } = props
  const { t } = useTranslation('gate-passes')
  const show = useText()
  const port = useBook()
  const { act } = useAct()
  const { values, set } = useValues(props)
  const linked = useOrderNumbers(port, pass?.record.orders ?? none)
  const [typed, setTyped] = useState<string>()
  const numbers = typed ?? linked ?? ''
  const orders = useOrdersOf(port, numbers)
  const ready = orders.settled && orders.unknown.length === 0 && (typed ?? linked) !== undefined
  const given = Object.entries(values).filter(([, value]) => value.trim() !== '')
  const read = GatePass.safeParse({
    ...Object.fromEntries(given.map(([field, value]) => [field, value.trim()])),
    limitDays: Number(values.limitDays),
    orders: orders.ids,
  })
  const faulty = new Set(read.success ? [] : read.error.issues.map(({ path }) => String(path[0])))
  const save = async () => {
    if (!read.success || !ready) return
    try {
      const sameKey = pass?.record.passNo === read.data.passNo
      const change = {
        table: 'gatePasses',
        op: 'put',
        rev: sameKey ? pass.rev : 0,
        record: read.data,
        ...(sameKey && { id: pass.id }),
      } as const
      const moved =
        pass && !sameKey ? [{ table: 'gatePasses', op: 'delete', id: pass.id, rev: pass.rev } as const] : []
      const said = t('saved', { passNo: read.data.passNo })
      await act({ name: 'gate-pass.put', why: read.data.passNo, changes: [...moved, change], said })
      onClose()
    } catch {
      // Said by the act; the input stays.
    }
  }
  const row = (field: Field, control: ReactNode) => (
    <label key={field} className="gate-pass-field" data-help={`gate-passes.${field}`}>
      <span>{show(fieldMeta(GatePass.shape[field])!)}</span>
      {control}
      {faulty.has(field) && <span className="gate-pass-fault">{t(`fault.${field}`)}</span>}
    </label>
  )
  return (
    <Modal
      open
      width={720}
      title={pass ? pass.record.passNo : t('add')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !read.success || !ready }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      {texts.map((field) =>
        row(
          field,
          <Input
            autoFocus={field === 'passNo'}
            placeholder={t(`example.${field}`)}
            value={values[field]}
            onChange={({ target }) => set(field, target.value)}
          />,
        ),
      )}
      {row(
        'limitDays',
        <NumberInput
          min={1}
          max={180}
          precision={0}
          value={values.limitDays === '' ? null : Number(values.limitDays)}
          onChange={(value) => set('limitDays', value === null ? '' : String(value))}
        />,
      )}
      <label className="gate-pass-field" data-help="gate-passes.orders">
        <span>{t('orders')}</span>
        <Input.TextArea
          rows={4}
          placeholder={t('example.orders')}
          value={numbers}
          onChange={({ target }) => setTyped(target.value)}
        />
      </label>
      <p>{t('found', { count: orders.ids.length })}</p>
      {orders.unknown.length > 0 && (
        <Alert type="warning" showIcon title={t('unknown', { numbers: orders.unknown.join(' ') })} />
      )}
    </Modal>
  )
}
