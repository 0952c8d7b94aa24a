import { Alert } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { refreshEnterprise, useSession } from '../../app/book'
import { useChanges } from '../../app/useChanges'
import { DataLocation } from './DataLocation'
import { EnterpriseFacts } from './EnterpriseFacts'
import { EnterpriseForm } from './EnterpriseForm'
import './enterprise.css'

/** The company of the book, its numbering, and where its data lies. */
export function EnterpriseRoom() {
  const { t } = useTranslation('enterprise')
  const { enterprise } = useSession()
  const [editing, setEditing] = useState(false)
  const version = useChanges('enterprise')
  // What cannot be read now is shown as it was; saving over it is refused by its revision.
  useEffect(() => void refreshEnterprise().catch(() => undefined), [version])
  return (
    <div className="enterprise" data-room="enterprise">
      {!enterprise && <Alert type="warning" showIcon title={t('missing')} />}
      {enterprise &&
        (editing ? (
          <EnterpriseForm enterprise={enterprise} onDone={() => setEditing(false)} />
        ) : (
          <EnterpriseFacts enterprise={enterprise} onEdit={() => setEditing(true)} />
        ))}
      <DataLocation />
    </div>
  )
}
