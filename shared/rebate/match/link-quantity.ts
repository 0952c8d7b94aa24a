/** Quantities of one goods code in a link, in the unit of its declaration. `kept`: bought and not exported here. */
export type LinkQuantity = {
  linkNo: string
  hsCode: string
  exportQty: string
  purchaseQty: string
  claimableNet: string
  keptQty: string
}
