import { Table } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { tableOf } from '#shared/ceb/tables'
import type { CodeBook } from '#shared/codes/book'
import type { DossierMessage } from '#shared/declaration/dossier-messages'
import { useText } from '../../../components/text'
import { shownValue } from './DocumentFields'

type Line = Readonly<Record<string, string>>
type LineTableProps = { message: DossierMessage; lines: readonly Line[]; codes: CodeBook | undefined }

/** The lines of a document, at most 100 of them; only columns that some line fills. */
export function LineTable({ message, lines, codes }: LineTableProps) {
  const { t } = useTranslation('declaration')
  const show = useText()
  const columns = useMemo(
    () =>
      (tableOf(message).lines?.fields ?? [])
        .filter(({ name }) => lines.some((line) => line[name]))
        .map((field) => ({
          key: field.name,
          title: (
            <span tabIndex={0} data-help={`ceb.${message}.${field.name}`} className="line-title">
              {show(field.label)} <code>{field.name}</code>
            </span>
          ),
          align: field.type.kind === 'text' ? ('left' as const) : ('right' as const),
          render: (line: Line) => shownValue(field, line[field.name] ?? '', codes),
        })),
    [codes, lines, message, show],
  )
  return (
    <Table<Line>
      size="small"
      className="line-table"
      aria-label={t('record.lines', { count: lines.length })}
      rowKey={(line) => `${line['gnum']} ${line['itemNo']}`}
      columns={columns}
      dataSource={[...lines]}
      pagination={false}
      scroll={{ x: 'max-content' }}
    />
  )
}
