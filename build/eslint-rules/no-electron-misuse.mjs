/** What weakens the shell: each of these has one right place, or none. */
const unsafe = {
  nodeIntegration: true,
  nodeIntegrationInWorker: true,
  nodeIntegrationInSubFrames: true,
  enableRemoteModule: true,
  allowRunningInsecureContent: true,
  experimentalFeatures: true,
  webviewTag: true,
  contextIsolation: false,
  sandbox: false,
  webSecurity: false,
}
const switches = new Set([
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'ignore-certificate-errors',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
])
/** Run foreign text, open what a page names, serve the whole disk. */
const never = new Set([
  'executeJavaScript',
  'executeJavaScriptInIsolatedWorld',
  'openPath',
  'loadFile',
  'openDevTools',
  'registerFileProtocol',
  'interceptFileProtocol',
  'registerHttpProtocol',
  // Memory of a process in a file: what was sealed lies there in clear.
  'writeHeapSnapshot',
  'takeHeapSnapshot',
  'setHeapSnapshotNearHeapLimit',
  'writeReport',
])
/** Done in one place, behind a check; the configuration says where. */
const onlyIn = new Set(['openExternal', 'setCertificateVerifyProc'])
const modules = new Set([
  ...['child_process', 'node:child_process', 'vm', 'node:vm', '@electron/remote'],
  ...['inspector', 'node:inspector', 'inspector/promises', 'node:inspector/promises'],
])
/** Of Electron itself: writes dumps of a crashed process, and sends them where it is told. */
const notOfElectron = new Set(['crashReporter', 'contentTracing'])

const nameOf = (node) => (node.type === 'Identifier' ? node.name : node.type === 'Literal' ? node.value : '')
const calledOf = ({ callee }) =>
  callee.type === 'MemberExpression' && !callee.computed ? nameOf(callee.property) : nameOf(callee)

/** A page of ours: a template that begins with the origin of the app. */
const isOwnPage = (node) =>
  node?.type === 'TemplateLiteral' &&
  node.quasis[0]?.value.raw === '' &&
  nameOf(node.expressions[0] ?? {}) === 'origin' &&
  node.quasis[1]?.value.raw.startsWith('/')

export default {
  meta: {
    type: 'problem',
    schema: [{ type: 'object', properties: { here: { type: 'array', items: { type: 'string' } } } }],
    messages: {
      preference: '`{{name}}` opens the page to what it must not reach.',
      never: '`{{name}}` has no place in the shell.',
      place: '`{{name}}` belongs behind its check, in one file.',
      page: 'A window loads a page of the app only: `${origin}/…`.',
      preferences: 'A window without `webPreferences` gets Electron’s own: say all of them.',
      bridge: 'The bridge hands out functions of ours, never Electron’s own object.',
    },
  },
  create(context) {
    const here = new Set(context.options[0]?.here ?? [])
    const report = (node, messageId, name) => context.report({ node, messageId, data: { name } })
    return {
      ImportDeclaration(node) {
        if (modules.has(node.source.value)) report(node, 'never', node.source.value)
        if (node.source.value !== 'electron') return
        for (const { imported } of node.specifiers)
          if (imported && notOfElectron.has(nameOf(imported))) report(node, 'never', nameOf(imported))
      },
      Property(node) {
        const name = nameOf(node.key)
        if (name in unsafe && node.value.type === 'Literal' && node.value.value === unsafe[name])
          report(node, 'preference', name)
        if (name === 'enableBlinkFeatures') report(node, 'preference', name)
      },
      NewExpression(node) {
        const name = nameOf(node.callee)
        if (name === 'Function') report(node, 'never', 'new Function')
        if (name !== 'BrowserWindow' && name !== 'WebContentsView') return
        const [options] = node.arguments
        const said = options?.type === 'ObjectExpression' ? options.properties : []
        if (!said.some(({ key }) => key && nameOf(key) === 'webPreferences')) report(node, 'preferences')
      },
      CallExpression(node) {
        const name = calledOf(node)
        const [first, second] = node.arguments
        if (never.has(name) || name === 'eval' || name === 'Function') report(node, 'never', name)
        if (onlyIn.has(name) && !here.has(name)) report(node, 'place', name)
        if (name === 'loadURL' && !isOwnPage(first)) report(node, 'page')
        if (name === 'appendSwitch' && switches.has(first?.value)) report(node, 'never', first.value)
        if (name === 'on' && first?.value === 'certificate-error') report(node, 'never', first.value)
        if (name === 'exposeInMainWorld' && second?.type === 'Identifier' && second.name === 'ipcRenderer')
          report(node, 'bridge')
      },
    }
  },
}
