import type { EntryNote } from '#shared/summary/read-notes'
import type * as Port from '../../data/port'
import type { PartsTable } from '../declaration/parts-queue'
import { AgencyHost } from './agency-host'
import {
  applicationViews,
  dateLists,
  dueDays,
  listSummary,
  monthLists,
  noteEntries,
  noteEntry,
  previewOf,
  resultOf,
} from './work/summary'

/** The book at the end of a month: 汇总申请 and the 报关单 that come of them. */
export class SummaryHost
  extends AgencyHost
  implements
    Omit<
      Port.BookPort,
      | keyof Port.DeskPort
      | keyof Port.SafetyPort
      | keyof Port.DeparturePort
      | keyof Port.ReturnsPort
      | keyof Port.MessagesPort
    >
{
  async summaryMonths(): Promise<Port.SummaryMonth[]> {
    const session = await this.settled()
    await dateLists(session)
    const due = await dueDays(session)
    return session.projection.summary.months().map((month) => ({ ...month, due: due(month.period) }))
  }

  async summaryPreview(choice: Port.SummaryChoice): Promise<Port.SummaryPreview> {
    const session = await this.settled()
    const lists = await monthLists(session, choice.period)
    return previewOf(session, choice, lists, (task) => this.crews.look((api) => api.previewSummary(task)))
  }

  async applySummary(
    choice: Port.SummaryChoice,
    declarant: { code: string; name: string } | undefined,
    why: string,
  ): Promise<Port.AppliedSummary> {
    const { included } = await monthLists(await this.settled(), choice.period)
    return this.crews.declare((api) => api.applySummary({ choice, included, declarant, why }))
  }

  async applications(): Promise<Port.ApplicationView[]> {
    return applicationViews(await this.settled())
  }

  async summaryResult(application: string): Promise<Port.SummaryResult> {
    return resultOf(await this.settled(), application)
  }

  takeBackApplication(application: string, why: string): Promise<void> {
    return this.takeBackParts('applications', application, why)
  }

  voidApplication(application: string, why: string): Promise<void> {
    return this.voidParts('applications', application, why)
  }

  resendApplication(application: string, why: string): Promise<Port.AppliedSummary> {
    return this.crews.declare((api) => api.resendApplication(application, why))
  }

  deleteApplication(application: string, why: string): Promise<Port.AppliedSummary> {
    return this.crews.declare((api) => api.deleteApplication(application, why))
  }

  async noteEntry(entry: string, noted: { entryId?: string; closedOn?: string }): Promise<void> {
    return noteEntry(await this.settled(), entry, noted)
  }

  async noteEntries(notes: EntryNote[]): Promise<{ noted: number; unknown: string[] }> {
    return noteEntries(await this.settled(), notes)
  }

  async listSummary(list: string): Promise<Port.ListSummary> {
    return listSummary(await this.settled(), list)
  }

  protected takeBackParts(table: PartsTable, id: string, why: string): Promise<void> {
    return this.crews.declare((api) => api.takeBackParts(table, id, why))
  }

  protected voidParts(table: PartsTable, id: string, why: string): Promise<void> {
    return this.crews.declare((api) => api.voidParts(table, id, why))
  }
}
