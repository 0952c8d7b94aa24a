import { Alert, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBook } from '../../../app/book'
import { EnterNext } from '../../../components/EnterNext'
import { groupDigits } from '../../../components/numbers'
import { useText } from '../../../components/text'
import type { RebateInvoiceRow, RebateLineRow, RebateLinkRow } from '../../../data/port'
import { useAttempt } from '../../../app/useAttempt'
import { writtenKey } from '../words'
import { useWizard } from '../wizard/context'
import { quantityFault, startSides, type Taken } from './sides'

type Props = {
  lines: readonly RebateLineRow[]
  invoices: readonly RebateInvoiceRow[]
  links: readonly Pick<RebateLinkRow, 'linkNo' | 'hsCode' | 'locked'>[]
  onDone: () => void
  onClose: () => void
}

type SideProps = {
  title: string
  rows: readonly { id: string; name: string; most: string; unit: string; text: string }[]
  taken: readonly Taken[]
  onChange: (taken: Taken[]) => void
}

function Side({ title, rows, taken, onChange }: SideProps) {
  const { t } = useTranslation('rebate')
  const show = useText()
  return (
    <table className="face-plain">
      <caption>{title}</caption>
      <tbody>
        {rows.map(({ id, name, most, unit, text }, at) => {
          const qty = taken[at]?.qty ?? ''
          const fault = quantityFault(qty, most)
          return (
            <tr key={id}>
              <td>{text}</td>
              <td>{name}</td>
              <td className="face-number">
                {groupDigits(most)} {unit}
              </td>
              <td>
                <Input
                  className="rebate-quantity"
                  aria-label={t('hand.quantityOf', { name: `${text} ${name}` })}
                  status={fault ? 'error' : ''}
                  value={qty}
                  onChange={({ target }) =>
                    onChange(
                      taken.map((one, place) => (place === at ? { id, qty: target.value.trim() } : one)),
                    )
                  }
                />
                {fault && <p className="face-error">{show(fault)}</p>}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** 手工配单: how much of each export and of each invoice line stands under one 关联号. */
export function HandLink({ lines, invoices, links, onDone, onClose }: Props) {
  const { t } = useTranslation('rebate')
  const port = useBook()
  const act = useAttempt()
  const { batch } = useWizard()
  const [sides, setSides] = useState(() => startSides(lines, invoices))
  const [into, setInto] = useState('')
  const [busy, setBusy] = useState(false)
  const codes = new Set(lines.map(({ hsCode }) => hsCode))
  const faulty =
    sides.exports.some(({ qty }, at) => quantityFault(qty, lines[at]!.qty)) ||
    sides.purchases.some(({ qty }, at) => quantityFault(qty, invoices[at]!.leftQty))
  const blocked = codes.size > 1 || faulty
  const link = async () => {
    if (blocked) return
    setBusy(true)
    const made = await act(() =>
      port.linkRebate(
        batch.id,
        {
          ...(into && { linkNo: into }),
          exports: sides.exports.map(({ qty }, at) => ({
            declarationNo: lines[at]!.no,
            item: lines[at]!.item,
            qty,
          })),
          purchases: sides.purchases,
        },
        t('why.link'),
      ),
    )
    setBusy(false)
    if (made) onDone()
  }
  return (
    <Modal
      open
      width="min(980px, 94vw)"
      title={t('hand.title')}
      okText={t('hand.link')}
      cancelText={t('cancel')}
      confirmLoading={busy}
      okButtonProps={{ disabled: blocked }}
      onOk={() => void link()}
      onCancel={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void link()
        }}
      >
        <EnterNext className="face-page">
          {codes.size > 1 && (
            <Alert type="error" showIcon title={t('hand.codes', { codes: [...codes].join(' ') })} />
          )}
          <Side
            title={t('hand.exports')}
            rows={lines.map(({ id, name, qty, unit }) => ({
              id,
              name,
              most: qty,
              unit,
              text: writtenKey(id),
            }))}
            taken={sides.exports}
            onChange={(exports) => setSides({ ...sides, exports })}
          />
          <Side
            title={t('hand.purchases')}
            rows={invoices.map(({ id, name, leftQty, unit, number, line }) => ({
              id,
              name,
              most: leftQty,
              unit,
              text: `${number}-${line}`,
            }))}
            taken={sides.purchases}
            onChange={(purchases) => setSides({ ...sides, purchases })}
          />
          <label className="face-field">
            {t('hand.into')}
            <Select
              value={into}
              onChange={setInto}
              options={[
                { value: '', label: t('hand.fresh') },
                ...links
                  .filter(({ hsCode, locked }) => !locked && (codes.size === 0 || codes.has(hsCode)))
                  .map(({ linkNo, hsCode }) => ({ value: linkNo, label: `${linkNo} · ${hsCode}` })),
              ]}
            />
          </label>
          <button type="submit" hidden />
        </EnterNext>
      </form>
    </Modal>
  )
}
