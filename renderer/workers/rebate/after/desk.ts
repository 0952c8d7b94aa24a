import type * as Port from '../../../data/port'
import { markLinks } from '../links'
import type { RebateStore } from '../store'
import { handbooks } from './handbooks'
import { answerLetter, letterDeclarations, letters, letterSuppliers, sendLetter } from './letters'
import { preRefunds, reclaim, settle } from './pre-refunds'
import { returnedItems } from './returned'
import { keepTaxed, taxed, taxedPrint } from './taxed'

/** What follows a claim or stands in its place, in turn with everything else the desk does. */
export class AfterDesk implements Port.RebateAfterPort {
  readonly #store: RebateStore

  constructor(store: RebateStore) {
    this.#store = store
  }

  protected do<T>(work: (store: RebateStore) => T | Promise<T>): Promise<T> {
    return this.#store.inTurn(async () => work(this.#store))
  }

  markRebateLinks(batch: string, linkNos: string[], businessType: string, why: string) {
    return this.do((store) => markLinks(store, batch, linkNos, businessType, why))
  }

  rebatePreRefunds(asOf: string) {
    return this.do((store) => preRefunds(store, asOf))
  }

  settleRebatePreRefund(...[key, given, why]: Parameters<Port.RebatePort['settleRebatePreRefund']>) {
    return this.do((store) => settle(store, key, given, why))
  }

  reclaimRebateLine(key: string, why: string) {
    return this.do((store) => reclaim(store, key, why))
  }

  rebateReturned() {
    return this.do(returnedItems)
  }

  letterSuppliers() {
    return this.do(letterSuppliers)
  }

  letterDeclarations() {
    return this.do(letterDeclarations)
  }

  rebateLetters(asOf: string) {
    return this.do((store) => letters(store, asOf))
  }

  sendRebateLetter(...[letter, why]: Parameters<Port.RebatePort['sendRebateLetter']>) {
    return this.do((store) => sendLetter(store, letter, why))
  }

  answerRebateLetter(...[id, answer, why]: Parameters<Port.RebatePort['answerRebateLetter']>) {
    return this.do((store) => answerLetter(store, id, answer, why))
  }

  rebateTaxed(asOf: string) {
    return this.do((store) => taxed(store, asOf))
  }

  rebateTaxedPrint(
    ...[asOf, language, software = 'Yiguan']: Parameters<Port.RebatePort['rebateTaxedPrint']>
  ) {
    return this.do((store) => taxedPrint(store, asOf, language, software))
  }

  keepRebateTaxed(...[key, record, why]: Parameters<Port.RebatePort['keepRebateTaxed']>) {
    return this.do((store) => keepTaxed(store, key, record, why))
  }

  rebateHandbooks() {
    return this.do(handbooks)
  }
}
