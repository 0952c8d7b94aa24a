import type { ReturnBook } from '#shared/returns/routes'
import type { ReturnFault } from '#shared/returns/fault'
import type { ReplacementLink } from '#shared/returns/replacement'
import type * as Port from '../../data/port'
import { refusalOf } from '../declaration/parts-queue'
import { DepartureHost } from './departure-host'
import { DataRefusal } from '../../data/errors/refusal'
import { linkOf, replacementsOf, replacementWanted } from './work/replacements'
import {
  checkReturn,
  returnSheet,
  returnViews,
  settleReturn,
  sheetOfReturn,
  tallyReturn,
} from './work/returns'

type MadeOrder = { link: ReplacementLink; importId?: string }

/** The book when goods come back: 退货 with what it means for the other two books. */
export class ReturnsHost
  extends DepartureHost
  implements Omit<Port.BookPort, keyof Port.DeskPort | keyof Port.SafetyPort | keyof Port.MessagesPort>
{
  async returnSheet(list: string): Promise<Port.ReturnSheet> {
    return returnSheet(await this.settled(), list)
  }

  async checkReturn(choice: Port.ReturnChoice): Promise<ReturnFault[]> {
    return checkReturn(await this.settled(), choice)
  }

  async keepReturn(choice: Port.ReturnChoice, send: boolean): Promise<Port.ReturnKept> {
    const session = await this.settled()
    const sheet = await returnSheet(session, choice.list)
    const made = await this.#replacementOf(choice)
    try {
      return await this.crews.declare((api) =>
        api.keepReturn({ choice, sheet, send, ...(made && { replacement: made.link }) }),
      )
    } catch (error) {
      if (made?.importId) await this.undoImport(made.importId, choice.reason)
      throw error
    }
  }

  /** The order of a 换货 comes in as an import of its own, so that it can be seen, declared and undone like any other. */
  async #replacementOf(choice: Port.ReturnChoice): Promise<MadeOrder | undefined> {
    const session = await this.settled()
    const wanted = choice.reason.trim() === '' ? undefined : await replacementWanted(session, choice)
    if (!wanted) return undefined
    const [fault] = (await checkReturn(session, choice)).filter(({ severity }) => severity === 'refuse')
    if (fault) throw refusalOf(fault)
    const importId = wanted.file && (await this.#bringIn(wanted.file, choice.reason))
    const link = linkOf(await this.settled(), wanted.named)
    if (!link) throw new DataRefusal('missing', { table: 'orders', id: wanted.named.orderNo })
    return { link, ...(importId && { importId }) }
  }

  /** @returns id of the import; a file of which a row is refused leaves nothing behind */
  async #bringIn(file: File, why: string): Promise<string> {
    const result = await this.importFile(file, { kind: 'orders', profile: 'template-orders' })
    if (!result.ok) {
      const text = 'refusal' in result ? result.refusal.message : undefined
      throw text
        ? DataRefusal.carried('replacement-file', text)
        : new DataRefusal('failed', { detail: file.name })
    }
    const { id, stored } = result.view
    if (stored.refused === 0 && stored.records === 1) return id
    const [row] = (await this.errors(id, 0, 1)).rows
    await this.undoImport(id, why)
    const [error] = row?.errors ?? []
    throw error
      ? refusalOf({ code: error.rule, text: error.message, fix: error.fix })
      : new DataRefusal('failed', { detail: file.name })
  }

  async returns(): Promise<Port.ReturnView[]> {
    return returnViews(await this.settled())
  }

  async replacementsOf(list: string): Promise<Port.ReplacementView[]> {
    return replacementsOf(await this.settled(), list)
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
