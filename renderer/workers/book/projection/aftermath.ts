import { ReturnIndex } from './return-index'
import { TaxIndex } from './tax-index'

/** What comes after a 清单 was released: taxes of an import, goods that come back. */
export class Aftermath {
  readonly taxes = new TaxIndex()
  readonly returns = new ReturnIndex()
}
