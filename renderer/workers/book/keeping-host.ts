import type { AuditAsk } from '#shared/audit-file/ask'
import type { Grant } from '#shared/people/grant'
import type * as Port from '../../data/port'
import { hold, holdsOf, lift } from './retention/holds'
import { purge, retentionOf } from './retention/retention'
import { auditsMade, checkAudit, makeAudit, previewAudit } from './audit/audit-file'
import { DeskHost } from './desk-host'

/** The book before an inspector: 卷宗 of what belongs together, and how long all of it is kept. */
export class KeepingHost extends DeskHost implements Port.KeepingPort {
  async previewAudit(ask: AuditAsk, progress?: (p: Port.WorkProgress) => void): Promise<Port.AuditPreview> {
    return previewAudit(await this.settled(), ask, progress)
  }

  async makeAudit(
    ask: AuditAsk,
    choice: Port.AuditChoice,
    software = 'Yiguan',
    progress?: (p: Port.WorkProgress) => void,
  ): Promise<Port.AuditFile> {
    return makeAudit(await this.settled(), ask, choice, software, progress)
  }

  auditsMade(): Promise<Port.AuditRecord[]> {
    return auditsMade(this.session)
  }

  checkAudit(file: File): Promise<Port.AuditVerdict> {
    return checkAudit(this.session, file)
  }

  async retention(progress?: (p: Port.WorkProgress) => void): Promise<Port.RetentionReport> {
    return retentionOf(await this.settled(), progress)
  }

  async purge(
    digest: string,
    why: string,
    grant: Grant,
    progress?: (p: Port.WorkProgress) => void,
  ): Promise<Port.Purged> {
    const session = await this.settled()
    await session.grants.take({ act: 'purge', subject: digest }, grant, session.book.context.now())
    const purged = await purge(session, digest, why, progress)
    await this.settled()
    return purged
  }

  retentionHolds(): Promise<Port.RetentionHold[]> {
    return holdsOf(this.session)
  }

  holdDocuments(asked: AuditAsk, reason: string): Promise<void> {
    return hold(this.session, asked, reason)
  }

  liftHold(id: string, reason: string): Promise<void> {
    return lift(this.session, id, reason)
  }
}
