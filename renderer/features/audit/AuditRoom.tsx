import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AuditForm } from './AuditForm'
import { AuditsMade } from './AuditsMade'
import { Holds } from './retention/Holds'
import { Retention } from './retention/Retention'
import '../../styles/faces.css'
import './audit.css'

const faces = ['files', 'retention'] as const
type Face = (typeof faces)[number]

/** 卷宗: what an inspector asked for, collected; and how long everything is kept for the next one. */
export function AuditRoom() {
  const { t } = useTranslation('audit')
  const [face, setFace] = useState<Face>('files')
  return (
    <div className="audit" data-room="audit">
      <div className="face-tools audit-faces">
        <Segmented<Face>
          aria-label={t('faces')}
          value={face}
          onChange={setFace}
          options={faces.map((one) => ({ value: one, label: t(`face.${one}`) }))}
        />
      </div>
      {face === 'files' ? (
        <>
          <AuditForm />
          <AuditsMade />
        </>
      ) : (
        <>
          <Retention />
          <Holds />
        </>
      )}
    </div>
  )
}
