import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { listed, useText } from '../../components/text'
import '../../app/filed/filed.css'
import type { PartySheet } from '../../data/port'

type Props = { sheet: PartySheet; onClose: () => void }

/** What a sheet of masters brought; rows that were not taken by row, field and remedy. */
export function SheetResult({ sheet: { added, changed, same, refused, unknown }, onClose }: Props) {
  const { t } = useTranslation('filing')
  const show = useText()
  return (
    <Alert
      className="filed-result"
      type={refused.length > 0 ? 'warning' : 'success'}
      showIcon
      closable={{ onClose }}
      title={t('sheet.says', { added, changed, same, refused: refused.length })}
      description={
        <>
          {unknown.length > 0 && <p>{t('sheet.unknown', { columns: show(listed(unknown)) })}</p>}
          {refused.length > 0 && (
            <table className="face-plain">
              <tbody>
                {refused.map(({ row, field, text, why, fix }) => (
                  <tr key={`${row} ${field}`}>
                    <td className="number">{t('sheet.row', { row })}</td>
                    <td>{show(text)}</td>
                    <td>{show(why)}</td>
                    <td>{show(fix)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      }
    />
  )
}
