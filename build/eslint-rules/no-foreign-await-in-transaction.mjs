/**
 * An IndexedDB transaction commits at the first await of anything that is not IndexedDB. Inside the function given
 * to `.transaction(…)` only Dexie's own promises may be awaited: a table method, or a helper that is handed the
 * transaction.
 */
const tableMethods = new Set(
  'add bulkAdd bulkDelete bulkGet bulkPut bulkUpdate clear count delete each eachPrimaryKey first get keys last modify primaryKeys put toArray uniqueKeys update upsert'.split(
    ' ',
  ),
)
const combinators = new Set(['all', 'allSettled'])

const isFunction = (node) => node?.type === 'ArrowFunctionExpression' || node?.type === 'FunctionExpression'

function isAllowed(node, handleName) {
  if (node.type === 'ConditionalExpression') {
    return isAllowed(node.consequent, handleName) && isAllowed(node.alternate, handleName)
  }
  if (node.type === 'ArrayExpression')
    return node.elements.every((element) => element && isAllowed(element, handleName))
  if (node.type !== 'CallExpression') return node.type === 'Literal' || node.type === 'Identifier'
  if (
    handleName &&
    node.arguments.some((argument) => argument.type === 'Identifier' && argument.name === handleName)
  ) {
    return true
  }
  if (node.callee.type !== 'MemberExpression' || node.callee.property.type !== 'Identifier') return false
  const method = node.callee.property.name
  if (tableMethods.has(method)) return true
  if (combinators.has(method) && node.arguments.length === 1) {
    const [list] = node.arguments
    if (list.type === 'ArrayExpression') return isAllowed(list, handleName)
    // Promise.all(rows.map((row) => table.put(row)))
    const mapped =
      list.type === 'CallExpression' && list.callee.property?.name === 'map' ? list.arguments[0] : undefined
    return isFunction(mapped) && mapped.body.type !== 'BlockStatement' && isAllowed(mapped.body, handleName)
  }
  return false
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      foreign:
        'Only Dexie may be awaited inside a transaction: do this before it opens, or hand the transaction to the helper.',
    },
  },
  create(context) {
    const stack = []
    const enter = (node) => {
      const call = node.parent
      const opens =
        call?.type === 'CallExpression' &&
        call.callee.type === 'MemberExpression' &&
        call.callee.property.name === 'transaction' &&
        call.arguments.includes(node)
      const [handle] = node.params
      stack.push(
        opens
          ? { inside: true, handle: handle?.type === 'Identifier' ? handle.name : undefined }
          : stack.at(-1),
      )
    }
    const leave = () => stack.pop()
    return {
      ArrowFunctionExpression: enter,
      FunctionExpression: enter,
      FunctionDeclaration: enter,
      'ArrowFunctionExpression:exit': leave,
      'FunctionExpression:exit': leave,
      'FunctionDeclaration:exit': leave,
      AwaitExpression(node) {
        const scope = stack.at(-1)
        if (scope?.inside && !isAllowed(node.argument, scope.handle))
          context.report({ node, messageId: 'foreign' })
      },
    }
  },
}
