/** Every word an officer sees comes from the language resources, so that both languages stay complete. */
const cjk = /[\u3400-\u9fff\uff00-\uffef]/
const word = /\p{L}{2,}/u
const shown = new Set([
  'title',
  'placeholder',
  'label',
  'alt',
  'aria-label',
  'okText',
  'cancelText',
  'description',
])

/** `{ zh: '…', en: '…' }` is a translation in itself. */
const isText = (node) =>
  node.parent.type === 'Property' &&
  node.parent.key.name === 'zh' &&
  node.parent.parent.properties.some((property) => property.key?.name === 'en')

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: { untranslated: '“{{text}}” is shown to people: move it to the language resources.' },
  },
  create(context) {
    const report = (node, text) =>
      context.report({ node, messageId: 'untranslated', data: { text: text.trim().slice(0, 40) } })
    return {
      JSXText(node) {
        if (word.test(node.value)) report(node, node.value)
      },
      JSXAttribute(node) {
        const name = node.name.type === 'JSXIdentifier' ? node.name.name : ''
        const value = node.value?.type === 'Literal' ? node.value.value : undefined
        if (shown.has(name) && typeof value === 'string' && word.test(value)) report(node, value)
      },
      Literal(node) {
        if (
          typeof node.value === 'string' &&
          cjk.test(node.value) &&
          node.parent.type !== 'JSXAttribute' &&
          !isText(node)
        )
          report(node, node.value)
      },
      TemplateElement(node) {
        if (cjk.test(node.value.raw) && !isText(node.parent)) report(node, node.value.raw)
      },
    }
  },
}
