import { isListMessage, listMessages } from '#shared/declaration/dossier-messages'
import { caseFile } from '../desks/case-file'
import { applyStep, decisionOf } from '../desks/customs'
import { decide, type OperatorDecision } from '../desks/operator'
import { ServiceError } from '../service-error'
import { findDocuments, linkedDocuments, saveStates } from '../store/documents'
import { lockEnterprise } from '../store/enterprises'
import type { Database } from '../store/sql'
import type { ServiceContext } from './context'
import { recordDecisions } from './record'

/**
 * Decide a 清单 as whoever runs this practice window wishes, with the receipts that belong to it.
 * @throws ServiceError when there is no such list, or it is past deciding
 */
export const decideList = (
  db: Database,
  {
    enterprise,
    businessKey,
    decision,
  }: { enterprise: string; businessKey: string; decision: OperatorDecision },
  now: number,
  { timings, host }: ServiceContext,
): Promise<{ status: string }> =>
  db.transaction(async (sql) => {
    await lockEnterprise(sql, enterprise, now)
    const wanted = listMessages.map((message) => ({ message, businessKey }))
    const [list] = (await findDocuments(sql, enterprise, wanted)).values()
    if (!list) throw new ServiceError('unknown-document', { key: businessKey })
    const others = (await linkedDocuments(sql, enterprise, [list])).filter(
      (other) => !isListMessage(other.message),
    )
    const steps = decide(list, caseFile([list, ...others]), decision, now, timings)
    if (!steps) throw new ServiceError('past-deciding', { status: list.status })
    const decisions = steps.map((step) => {
      applyStep(step)
      return decisionOf(step)
    })
    await saveStates(sql, enterprise, [...new Set(steps.map(({ document }) => document))])
    await recordDecisions(
      sql,
      enterprise,
      decisions.filter((one) => one !== undefined),
      host,
    )
    return { status: list.status }
  })
