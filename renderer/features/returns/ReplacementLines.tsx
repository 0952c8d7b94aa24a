import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { foldWidth } from '../../components/normalize'
import type { FormValues } from '../../components/record-form/types'
import type { ReturnSheet } from '../../data/port'
import { replacementKey } from './sections'

type Props = {
  replacement: NonNullable<ReturnSheet['replacement']>
  values: FormValues
  onChange: (key: string, value: string) => void
}

/** What is sent instead, line by line of the first 清单: SKU and price as they were sold, until somebody says otherwise. */
export function ReplacementLines({ replacement: { currency, lines }, values, onChange }: Props) {
  const { t } = useTranslation('returns')
  const input = (field: 'sku' | 'quantity' | 'price', at: number) => {
    const key = replacementKey(`${field}.${at}`)
    return (
      <Input
        className={field === 'sku' ? undefined : 'number return-quantity'}
        aria-label={t(`replacement.${field}Of`, { line: at + 1 })}
        value={values[key] ?? ''}
        onChange={({ target }) => onChange(key, target.value)}
        onBlur={({ target }) => onChange(key, foldWidth(target.value).trim())}
      />
    )
  }
  return (
    <fieldset className="record-section return-lines" data-help="returns.replacement">
      <legend>{t('replacement.title')}</legend>
      <p className="return-hint">{t('replacement.hint')}</p>
      <div className="return-scroll">
        <table>
          <thead>
            <tr>
              <th>{t('lines.gnum')}</th>
              <th>{t('lines.itemNo')}</th>
              <th>{t('lines.gname')}</th>
              <th>{t('replacement.quantity')}</th>
              <th>{t('replacement.price', { currency })}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ sku, name }, at) => (
              <tr key={`${at} ${sku}`}>
                <td>{at + 1}</td>
                <td>{input('sku', at)}</td>
                <td>{name}</td>
                <td>{input('quantity', at)}</td>
                <td>{input('price', at)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
