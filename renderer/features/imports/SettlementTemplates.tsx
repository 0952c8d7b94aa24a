import { FileExcelOutlined } from '@ant-design/icons'
import { Space } from 'antd'
import { useTranslation } from 'react-i18next'
import { settlementTemplate } from '#shared/forex/settlement/template'
import { ActButton } from '../../app/ActButton'
import { saveExcel } from '../../components/save/save-excel'
import { useText } from '../../components/text'

const columnWidth = 18

/** Our own templates for settlements of platforms and ledgers of institutions whose files nobody describes. */
export function SettlementTemplates({ onFailure }: { onFailure: (error: unknown) => void }) {
  const { t } = useTranslation('imports')
  const show = useText()
  const save = (level: 'platform' | 'institution') =>
    saveExcel(
      `${t(`settlementTemplate.${level}`)}.xlsx`,
      settlementTemplate(level).map(({ name, preamble, titles, choices, rows }) => ({
        name: show(name),
        preamble,
        columns: titles.map((title) => ({ title, width: columnWidth, kind: 'text' as const })),
        choices,
        rows,
      })),
    )
  return (
    <Space wrap>
      {(['platform', 'institution'] as const).map((level) => (
        <ActButton
          does="files.saveAs"
          key={level}
          icon={<FileExcelOutlined />}
          onClick={() => void save(level).catch((error: unknown) => onFailure(error))}
        >
          {t(`settlementTemplate.${level}`)}
        </ActButton>
      ))}
    </Space>
  )
}
