import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../../components/text'
import type { SheetFault } from './sheet'

/** Rows of a file that were not taken, with row, column, reason and remedy. */
export function SheetFaults({ faults, onClose }: { faults: readonly SheetFault[]; onClose: () => void }) {
  const { t } = useTranslation('templates')
  const show = useText()
  return (
    <Modal
      open={faults.length > 0}
      onCancel={onClose}
      onOk={onClose}
      cancelButtonProps={{ hidden: true }}
      okText={t('close')}
      title={t('refused', { count: new Set(faults.map(({ row }) => row)).size })}
      width={860}
    >
      <table className="template-faults">
        <thead>
          <tr>
            <th>{t('fault.row')}</th>
            <th>{t('fault.column')}</th>
            <th>{t('fault.value')}</th>
            <th>{t('fault.message')}</th>
            <th>{t('fault.fix')}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault, at) => (
            <tr key={at}>
              <td className="number">{fault.row}</td>
              <td>{fault.column}</td>
              <td>{fault.value}</td>
              <td>{show(fault.message)}</td>
              <td>{show(fault.fix)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Modal>
  )
}
