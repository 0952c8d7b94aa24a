/** A log holds what happened and codes. Personal, business and secret fields of the records never reach one. */
const loggers = new Set(['console', 'log', 'logger'])
const methods = new Set(['trace', 'debug', 'info', 'log', 'warn', 'error', 'fatal'])
const sensitive =
  /^(buyer\w*|consignee|phone|address|email|payer|password|token|authorization|dataKey|indexKey|secret|amount|price|total|charge|goodsValue|orderNo|logisticsNo|paymentNo|copNo|uscc|officer|body|payload|value|values|cells|row|rows|record|records|xml)$/i

function* namesIn(node) {
  if (!node || typeof node.type !== 'string') return
  if (node.type === 'Identifier') yield node
  else if (node.type === 'MemberExpression') {
    // `rows.length` is a count, not content.
    if (
      node.property.type === 'Identifier' &&
      ['length', 'size', 'byteLength', 'name', 'code'].includes(node.property.name)
    )
      return
    yield* namesIn(node.property)
    yield* namesIn(node.object)
  } else if (node.type === 'Property') yield* namesIn(node.value)
  else {
    for (const key of [
      'properties',
      'elements',
      'expressions',
      'arguments',
      'argument',
      'left',
      'right',
      'expression',
      'consequent',
      'alternate',
    ]) {
      const child = node[key]
      for (const one of Array.isArray(child) ? child : [child]) yield* namesIn(one)
    }
  }
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { sensitive: '`{{name}}` must not reach a log: write what happened and a code instead.' },
  },
  create(context) {
    return {
      CallExpression(node) {
        const { callee } = node
        if (callee.type !== 'MemberExpression' || !methods.has(callee.property.name)) return
        const owner =
          callee.object.type === 'MemberExpression' ? callee.object.property.name : callee.object.name
        if (!loggers.has(owner)) return
        for (const argument of node.arguments) {
          for (const found of namesIn(argument)) {
            if (sensitive.test(found.name)) {
              context.report({ node: found, messageId: 'sensitive', data: { name: found.name } })
              return
            }
          }
        }
      },
    }
  },
}
