import { FileExcelOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../app/ActButton'
import { saveExcel } from '../save/save-excel'
import { useCodeBook } from '../useCodeBook'
import { plainSheets, type PlainTemplate } from './plain-sheets'
import { useSheetNames } from './useSheetNames'

type Props = {
  /** Name of the file without its ending. */
  file: string
  template: () => PlainTemplate
  onFailure: (error: unknown) => void
}

/** Download the blank template of a room that reads a sheet of its own. */
export function PlainTemplateButton({ file, template, onFailure }: Props) {
  const { t } = useTranslation('components')
  const codes = useCodeBook()
  const names = useSheetNames()
  const save = () => saveExcel(`${file}.xlsx`, plainSheets(template(), names, codes!)).catch(onFailure)
  return (
    <ActButton does="files.saveAs" icon={<FileExcelOutlined />} disabled={!codes} onClick={() => void save()}>
      {t('importTemplate.button')}
    </ActButton>
  )
}
