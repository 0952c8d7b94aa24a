/** The domain gets time, ids and randomness as arguments, so that a rule gives the same verdict everywhere and every time. */
export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { clock: '{{what}} is not available here: take it as an argument.' },
  },
  create(context) {
    const report = (node, what) => context.report({ node, messageId: 'clock', data: { what } })
    return {
      MemberExpression(node) {
        if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
        const name = `${node.object.name}.${node.property.name}`
        if (['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID'].includes(name))
          report(node, name)
      },
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) report(node, 'new Date()')
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') report(node, 'Date()')
      },
    }
  },
}
