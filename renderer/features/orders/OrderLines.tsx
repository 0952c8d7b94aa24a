import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { mul } from '#shared/money/decimal'
import { LineClass, type OrderLine } from '#shared/model/order'
import { ActButton } from '../../app/ActButton'
import { useWhyNot } from '../../app/roles'
import { useAct } from '../../app/useAct'
import { groupDigits } from '../../components/numbers'
import { StateTag } from '../../components/StateTag'
import type { OrderDossier } from '../../data/port'
import { laid, put, remove } from './overlays'
import { listed, useText } from '../../components/text'

/** The lines of the order with their class; where an officer says better than the file what a line is, both are shown. */
export function OrderLines({ dossier }: { dossier: OrderDossier }) {
  const { t } = useTranslation('orders')
  const show = useText()
  const { t: words } = useTranslation('provenance')
  const { act } = useAct()
  const { order } = dossier
  const known = laid(dossier, 'class')?.record
  const given = known?.lines ?? {}
  const fixed = dossier.lists.some(({ record }) => record.state !== 'void')

  const reclassify = (line: OrderLine, value: string) => {
    const { [String(line.row)]: _old, ...others } = given
    const lines = value === line.class ? others : { ...others, [String(line.row)]: value }
    const why = t('why.class')
    const gifts = known?.gifts
    const record = { aspect: 'class' as const, fact: dossier.id, lines, ...(gifts && { gifts }), reason: why }
    const changes = gifts || Object.keys(lines).length > 0 ? [put(dossier, record)] : remove(dossier, 'class')
    // A refusal is shown by the act itself.
    act({ name: 'order.class', why, changes, said: t('said.class', { sku: line.sku || line.name }) }).catch(
      () => undefined,
    )
  }
  const refused = useWhyNot()('work')
  return (
    <table className="order-lines" aria-label={t('lines')}>
      <thead>
        <tr>
          {(['row', 'class', 'sku', 'name', 'quantity', 'price', 'discount', 'amount'] as const).map(
            (key) => (
              <th key={key} scope="col" className={`order-${key}`}>
                {t(`line.${key}`)}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {order.lines.map((line) => (
          <tr key={line.row}>
            <td>{line.row}</td>
            <td>
              <Select
                size="small"
                data-help="orders.class"
                aria-label={t('classOf', { sku: line.sku || line.name })}
                disabled={fixed || refused !== undefined}
                title={refused ?? ''}
                value={given[String(line.row)] ?? line.class}
                popupMatchSelectWidth={false}
                onChange={(value: string) => reclassify(line, value)}
                options={LineClass.options.map((value) => ({ value, label: t(`class.${value}`) }))}
              />
              {given[String(line.row)] !== undefined && (
                <div className="face-note">
                  <StateTag tone="waiting">{words('byHand')}</StateTag>{' '}
                  {words('instead', { derived: t(`class.${line.class}`), reason: known?.reason ?? '' })}
                  {!fixed && (
                    <ActButton
                      does="work"
                      type="link"
                      size="small"
                      onClick={() => reclassify(line, line.class)}
                    >
                      {words('takeBack')}
                    </ActButton>
                  )}
                </div>
              )}
            </td>
            <td>{line.sku}</td>
            <td>{line.name}</td>
            <td className="number">{line.quantity}</td>
            <td className="number">{groupDigits(line.price)}</td>
            <td className="number">{line.discount && groupDigits(line.discount)}</td>
            <td className="number">{groupDigits(line.amount ?? mul(line.quantity, line.price))}</td>
          </tr>
        ))}
        {order.refusedRows && (
          <tr>
            <td colSpan={8} className="order-lacks">
              {t('lacks', { rows: show(listed(order.refusedRows.map(String))) })}
            </td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
