import coldChain from './data/cold-chain.json'
import specialGoods from './data/special-goods.json'
import { ControlList } from './list'

/**
 * The lists that are shipped: only what the plans of zones name themselves. Positive list, catalogue of inspection, export
 * licences and dual-use items are published by the authorities, change often, and are imported in the edition in force.
 */
export const shippedLists: readonly ControlList[] = [specialGoods, coldChain].map((list) =>
  ControlList.parse(list),
)
