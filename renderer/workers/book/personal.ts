import { fieldMeta } from '#shared/model/field'
import { Order } from '#shared/model/order'
import { maskText } from '#shared/model/mask'

/** Fields of an order that name a person, as its schema declares them. */
export const personalFields: readonly (keyof Order)[] = (
  Object.keys(Order.shape) as (keyof typeof Order.shape)[]
).filter((name) => fieldMeta(Order.shape[name])?.sensitivity === 'personal')

/** The order as it may be shown: what names a person is masked here, before it leaves the worker. */
export function masked(order: Order): Order {
  const personal = personalFields.flatMap((name) => {
    const value = order[name]
    return typeof value === 'string' ? [[name, maskText(value)] as const] : []
  })
  return { ...order, ...Object.fromEntries(personal) }
}
