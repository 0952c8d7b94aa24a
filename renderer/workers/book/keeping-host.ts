import type { AuditAsk } from '#shared/audit-file/ask'
import type * as Port from '../../data/port'
import { auditsMade, checkAudit, makeAudit, previewAudit } from './audit/audit-file'
import { DeskHost } from './desk-host'

/** The book before an inspector: 卷宗 of what belongs together. */
export class KeepingHost extends DeskHost implements Port.AuditPort {
  previewAudit(ask: AuditAsk, progress?: (p: Port.WorkProgress) => void): Promise<Port.AuditPreview> {
    return previewAudit(this.session, ask, progress)
  }

  makeAudit(
    ask: AuditAsk,
    choice: Port.AuditChoice,
    software = 'Yiguan',
    progress?: (p: Port.WorkProgress) => void,
  ): Promise<Port.AuditFile> {
    return makeAudit(this.session, ask, choice, software, progress)
  }

  auditsMade(): Promise<Port.AuditRecord[]> {
    return auditsMade(this.session)
  }

  checkAudit(file: File): Promise<Port.AuditVerdict> {
    return checkAudit(this.session, file)
  }
}
