import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { foldWidth } from '../../components/normalize'
import type { FormValues } from '../../components/record-form/types'
import type { ReturnSheet } from '../../data/port'
import { quantityKey } from './sections'

type Props = {
  lines: ReturnSheet['lines']
  values: FormValues
  onChange: (key: string, value: string) => void
}

/** The lines of the 清单: declared, already returned, left, and what comes back now. */
export function ReturnLines({ lines, values, onChange }: Props) {
  const { t } = useTranslation('returns')
  const all = () => lines.forEach(({ gnum, left }) => onChange(quantityKey(gnum), left === '0' ? '' : left))
  return (
    <fieldset className="record-section return-lines" data-help="returns.lines">
      <legend>{t('lines.title')}</legend>
      <div className="return-scroll">
        <table>
          <thead>
            <tr>
              {(['gnum', 'itemNo', 'gname', 'declared', 'returned', 'left', 'now'] as const).map((key) => (
                <th key={key} className={numbers.has(key) ? 'return-number' : undefined}>
                  {t(`lines.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ gnum, itemNo, gname, declared, returned, left, unit }) => (
              <tr key={gnum}>
                <td>{gnum}</td>
                <td>{itemNo}</td>
                <td>{gname}</td>
                <td className="return-number">{declared}</td>
                <td className="return-number">{returned}</td>
                <td className="return-number">
                  {left} <small>{unit}</small>
                </td>
                <td>
                  <Input
                    className="number return-quantity"
                    aria-label={t('lines.quantityOf', { gnum, gname })}
                    disabled={left === '0'}
                    value={values[quantityKey(gnum)] ?? ''}
                    onChange={({ target }) => onChange(quantityKey(gnum), target.value)}
                    onBlur={({ target }) => onChange(quantityKey(gnum), foldWidth(target.value).trim())}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" onClick={all}>
        {t('lines.all')}
      </Button>
    </fieldset>
  )
}

const numbers = new Set(['declared', 'returned', 'left'])
