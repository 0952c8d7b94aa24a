import type { ReturnBook } from '#shared/returns/routes'
import type { ReturnFault } from '#shared/returns/faults'
import type * as Port from '../../data/port'
import { DepartureHost } from './departure-host'
import { checkReturn, returnSheet, returnViews, settleReturn, sheetOfReturn, tallyReturn } from './work/returns'

/** The book when goods come back: 退货 with what it means for the other two books. */
export class ReturnsHost
  extends DepartureHost
  implements Omit<Port.BookPort, keyof Port.DeskPort | keyof Port.MessagesPort>
{
  async returnSheet(list: string): Promise<Port.ReturnSheet> {
    return returnSheet(await this.settled(), list)
  }

  async checkReturn(choice: Port.ReturnChoice): Promise<ReturnFault[]> {
    return checkReturn(await this.settled(), choice)
  }

  async keepReturn(choice: Port.ReturnChoice, send: boolean): Promise<Port.ReturnKept> {
    const sheet = await returnSheet(await this.settled(), choice.list)
    return this.crews.declare((api) => api.keepReturn({ choice, sheet, send }))
  }

  async returns(): Promise<Port.ReturnView[]> {
    return returnViews(await this.settled())
  }

  async sendReturn(id: string, why: string): Promise<Port.ReturnKept> {
    const sheet = await sheetOfReturn(await this.settled(), id)
    return this.crews.declare((api) => api.sendReturn({ id, sheet, why }))
  }

  takeBackReturn(id: string, why: string): Promise<void> {
    return this.takeBackParts('returns', id, why)
  }

  voidReturn(id: string, why: string): Promise<void> {
    return this.voidParts('returns', id, why)
  }

  async settleReturn(id: string, book: ReturnBook, note: string): Promise<void> {
    return settleReturn(await this.settled(), id, book, note)
  }

  async tallyReturn(id: string, note: string): Promise<void> {
    return tallyReturn(await this.settled(), id, note)
  }
}
