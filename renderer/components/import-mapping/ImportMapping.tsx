import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { useText } from '../text'
import { ArithmeticBox } from './ArithmeticBox'
import { MappingTable } from './MappingTable'
import { Questions } from './Questions'
import type { ImportMappingProps } from './types'
import './import-mapping.css'

export type * from './types'

/** Which column is which field, what the file does not say, and one order worked out with both. */
export function ImportMapping(props: ImportMappingProps) {
  const {
    fileName,
    encoding,
    profile,
    columns,
    fields,
    mapping,
    onMap,
    questions,
    onAnswer,
    arithmetic,
    faults,
  } = props
  const { t } = useTranslation('components')
  const show = useText()
  return (
    <div className="mapping">
      <div className="mapping-head">
        <strong>{fileName}</strong>
        <span>{encoding}</span>
        <span>{t('mapping.profile', { name: show(profile) })}</span>
        <span>{t('mapping.columns', { count: columns.length })}</span>
      </div>
      {faults && faults.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('mapping.lacking')}
          description={
            <ul className="mapping-faults">
              {faults.map((fault, at) => (
                <li key={at}>{show(fault)}</li>
              ))}
            </ul>
          }
        />
      )}
      <div className="mapping-body">
        <MappingTable columns={columns} fields={fields} mapping={mapping} onMap={onMap} />
        <div className="mapping-side">
          {questions && questions.length > 0 && <Questions questions={questions} onAnswer={onAnswer} />}
          {arithmetic && <ArithmeticBox arithmetic={arithmetic} />}
        </div>
      </div>
    </div>
  )
}
