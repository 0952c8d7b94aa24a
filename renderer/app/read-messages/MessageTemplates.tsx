import { FileExcelOutlined } from '@ant-design/icons'
import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { MessageType } from '#shared/ceb/message'
import { tableOf } from '#shared/ceb/tables'
import { ActButton } from '../ActButton'
import { messageSheets, sheetMessages } from '../../components/import-template/message-sheets'
import { useSheetNames } from '../../components/import-template/useSheetNames'
import { saveExcel } from '../../components/save/save-excel'
import { languageOf, useText } from '../../components/text'
import { useCodeBook } from '../../components/useCodeBook'
import { useAct } from '../useAct'

/** Excel templates of the messages of others, to be filled in by them and read here. */
export function MessageTemplates() {
  const { t, i18n } = useTranslation('read-messages')
  const show = useText()
  const codes = useCodeBook()
  const names = useSheetNames()
  const { refuse } = useAct()
  const save = (type: MessageType) => {
    const table = tableOf(type)
    const sheets = messageSheets(table, names, codes!, languageOf(i18n.language))
    saveExcel(`${type} ${show(table.label)}.xlsx`, sheets).catch(refuse)
  }
  return (
    <Dropdown
      disabled={!codes}
      menu={{
        items: sheetMessages.map((type) => ({ key: type, label: `${type} ${show(tableOf(type).label)}` })),
        onClick: ({ key }) => save(key as MessageType),
      }}
      trigger={['click']}
    >
      <ActButton does="files.saveAs" icon={<FileExcelOutlined />} data-help="read-messages.template">
        {t('template')}
      </ActButton>
    </Dropdown>
  )
}
