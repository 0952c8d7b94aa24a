import type { RowError } from '../model/import-report'
import type { Order } from '../model/order'
import { viewer } from './build/assembler'
import { Classifier } from './classify'
import type { Draft } from './group'
import { Pairing } from './pairing'
import type { Recognition } from './recognise'
import { remark } from './rules'

/** Notes the cancelled lines while rows pass, then links each cancellation to the order it takes back. */
export class CancellationWatch {
  readonly pairing = new Pairing()
  readonly #classifier: Classifier
  readonly #view: ReturnType<typeof viewer>

  constructor({ profile, binding }: Recognition) {
    this.#classifier = new Classifier(profile)
    this.#view = viewer(binding)
  }

  watch(draft: Draft): void {
    const row = this.#view(draft)
    const quantity = row.get('quantity')
    if (!quantity.startsWith('-') || this.#classifier.declaredKind(row) !== 'cancellation') return
    this.pairing.need(row.get('buyerId'), { sku: row.get('sku'), price: row.get('price') || '0', quantity })
  }

  resolve(cancellation: Order, row: number, warn: (warning: RowError) => void): void {
    const pair = this.pairing.resolve(cancellation)
    const place = { row, value: cancellation.orderNo }
    if (pair === 'ambiguous') warn(remark('order.cancellation-ambiguous', place))
    else if (pair === 'unmatched') warn(remark('order.cancellation-unmatched', place))
    else cancellation.cancels = pair.orderNo
  }
}
