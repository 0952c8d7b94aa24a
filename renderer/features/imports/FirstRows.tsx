import { useTranslation } from 'react-i18next'
import type { Preview } from '#shared/import/api'
import { isPersonal } from '#shared/import/personal-columns'
import type { FileKind } from '#shared/model/import-report'
import { maskText } from '#shared/model/mask'
import { useText } from '../../components/text'

/** The first rows of a file as it stands, with the field each column was recognised as. */
export function FirstRows({ preview, kind }: { preview: Preview; kind: FileKind }) {
  const { t } = useTranslation('imports')
  const show = useText()
  const labels = new Map(preview.fields.map(({ field, label }) => [field, show(label)]))
  return (
    <div className="first-rows" tabIndex={0} role="group" aria-label={t('fileRows')}>
      <table aria-label={t('fileRows')}>
        <thead>
          <tr>
            {preview.columns.map(({ index, header, field }) => (
              <th key={index} scope="col" className={field ? undefined : 'first-rows-unused'}>
                <div>{header}</div>
                <div className="first-rows-field">{field ? (labels.get(field) ?? field) : t('unused')}</div>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {preview.rows.slice(0, 8).map((cells, row) => (
            <tr key={row}>
              {preview.columns.map(({ index, field }) => {
                const cell = cells[index] ?? ''
                const shown = field && isPersonal(kind, field) ? maskText(cell) : cell
                return (
                  <td key={index} title={shown}>
                    {shown}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
