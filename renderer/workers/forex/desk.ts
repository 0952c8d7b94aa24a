import type * as Port from '../../data/port'
import type { ForexStore } from './store'

/** 收汇与结汇 of one open book: acts and looks in turn, each on what was committed before. */
export class ForexDesk {
  readonly #store: ForexStore

  constructor(store: ForexStore) {
    this.#store = store
  }

  #do<T>(work: (store: ForexStore) => T | Promise<T>): Promise<T> {
    return this.#store.inTurn(async () => work(this.#store))
  }

  forexRules(): Promise<Port.ForexRules> {
    return this.#do((store) => store.rules)
  }
}
