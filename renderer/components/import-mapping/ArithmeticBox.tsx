import { useTranslation } from 'react-i18next'
import { StateTag } from '../StateTag'
import { groupDigits } from '../numbers'
import { useText } from '../text'
import type { Arithmetic } from './types'

/** One order worked out as it will be imported, beside the total that the file states. */
export function ArithmeticBox({ arithmetic }: { arithmetic: Arithmetic }) {
  const { t } = useTranslation('components')
  const show = useText()
  const { orderNo, currency = '', lines, computed, stated, agrees } = arithmetic
  return (
    <section className="mapping-box">
      <h3>{t('mapping.arithmetic', { orderNo })}</h3>
      <table className="mapping-sum">
        <tbody>
          {lines.map((line, at) => (
            <tr key={at}>
              <th scope="row">{show(line.label)}</th>
              <td>{line.formula}</td>
              <td className="number">{groupDigits(line.value)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('mapping.computed')}</th>
            <td>{currency}</td>
            <td className="number">{groupDigits(computed)}</td>
          </tr>
          {stated !== undefined && (
            <tr>
              <th scope="row">{t('mapping.stated')}</th>
              <td>
                <StateTag tone={agrees ? 'good' : 'waiting'}>
                  {t(agrees ? 'mapping.agrees' : 'mapping.differs')}
                </StateTag>
              </td>
              <td className="number">{groupDigits(stated)}</td>
            </tr>
          )}
        </tfoot>
      </table>
    </section>
  )
}
