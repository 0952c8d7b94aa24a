import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../text'
import type { ImportMappingProps, Mapping, MappingField } from './types'

type MappingTableProps = Pick<ImportMappingProps, 'columns' | 'fields' | 'mapping' | 'onMap'>

/** The mapping with one field bound to another column, or to none. */
export function remap(mapping: Mapping, field: string, column: string | undefined): Mapping {
  const { [field]: _old, ...others } = mapping
  return column === undefined ? others : { ...others, [field]: column }
}

function FieldRow({ field, columns, mapping, onMap }: MappingTableProps & { field: MappingField }) {
  const { t } = useTranslation('components')
  const show = useText()
  const title = show(field.title)
  const chosen = mapping[field.key]
  const samples = columns.find((column) => column.name === chosen)?.samples ?? []
  const missing = field.required && chosen === undefined
  return (
    <tr className={missing ? 'mapping-missing' : undefined}>
      <th scope="row">
        {field.required && (
          <span className="mapping-required" title={t('mapping.required')}>
            *
          </span>
        )}
        {title}
        {field.hint && <div className="mapping-hint">{show(field.hint)}</div>}
      </th>
      <td>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          className="mapping-select"
          aria-label={t('mapping.columnOf', { field: title })}
          status={missing ? 'error' : undefined}
          placeholder={t(missing ? 'mapping.choose' : 'mapping.none')}
          value={chosen ?? null}
          onChange={(column: string | undefined) => onMap(remap(mapping, field.key, column))}
          options={columns.map((column) => ({ value: column.name, label: column.name }))}
        />
      </td>
      <td className="mapping-samples" title={samples.join('\n')}>
        {samples.slice(0, 3).join('  |  ')}
      </td>
    </tr>
  )
}

/** One row a field: the column it comes from and that column's first values. */
export function MappingTable(props: MappingTableProps) {
  const { t } = useTranslation('components')
  return (
    <div className="mapping-table">
      <table>
        <thead>
          <tr>
            <th scope="col">{t('mapping.field')}</th>
            <th scope="col">{t('mapping.column')}</th>
            <th scope="col">{t('mapping.samples')}</th>
          </tr>
        </thead>
        <tbody>
          {props.fields.map((field) => (
            <FieldRow key={field.key} field={field} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  )
}
