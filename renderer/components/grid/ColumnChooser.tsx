import { ArrowDownOutlined, ArrowUpOutlined, SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../text'
import { moveColumn, toggleColumn } from './layout'
import type { GridColumn, GridLayout } from './types'

type ColumnChooserProps = {
  columns: readonly GridColumn[]
  layout: GridLayout
  onChange: (layout: GridLayout) => void
  onReset: () => void
}

function ChooserList({ columns, layout, onChange, onReset }: ColumnChooserProps) {
  const { t } = useTranslation('grid')
  const show = useText()
  const byKey = new Map(columns.map((column) => [column.key, column]))
  return (
    <div className="chooser">
      <ul>
        {layout.order.map((key, at) => {
          const title = show(byKey.get(key)!.title)
          const swap = (other: number) => onChange(moveColumn(layout, key, layout.order[other]!))
          return (
            <li key={key}>
              <Checkbox
                checked={!layout.hidden.includes(key)}
                onChange={() => onChange(toggleColumn(layout, key))}
              >
                {title}
              </Checkbox>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={t('moveUp', { title })}
                disabled={at === 0}
                onClick={() => swap(at - 1)}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={t('moveDown', { title })}
                disabled={at === layout.order.length - 1}
                onClick={() => swap(at + 1)}
              />
            </li>
          )
        })}
      </ul>
      <Button type="link" size="small" onClick={onReset}>
        {t('resetColumns')}
      </Button>
    </div>
  )
}

/** Which columns stand where; kept per officer on this machine. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { t } = useTranslation('grid')
  return (
    <Popover trigger="click" placement="topRight" title={t('columns')} content={<ChooserList {...props} />}>
      <Button
        type="text"
        size="small"
        icon={<SettingOutlined />}
        aria-label={t('columns')}
        title={t('columns')}
      />
    </Popover>
  )
}
