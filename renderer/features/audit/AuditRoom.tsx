import { AuditForm } from './AuditForm'
import { AuditsMade } from './AuditsMade'
import '../../styles/faces.css'
import './audit.css'

/** 卷宗: what an inspector asked for, collected; which were made, and whether a file is still as it was. */
export function AuditRoom() {
  return (
    <div className="audit" data-room="audit">
      <AuditForm />
      <AuditsMade />
    </div>
  )
}
