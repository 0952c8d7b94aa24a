import { type Rule, RuleTester } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, it } from 'vitest'
import clock from './no-clock.mjs'
import electronMisuse from './no-electron-misuse.mjs'
import transaction from './no-foreign-await-in-transaction.mjs'
import sensitiveLog from './no-sensitive-log.mjs'
import untranslated from './no-untranslated-string.mjs'

RuleTester.describe = describe
RuleTester.it = it
const tester = new RuleTester({
  languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
})

const inside = (statement: string) => `db.transaction('rw', db.orders, async (tx) => { ${statement} })`

tester.run('no-foreign-await-in-transaction', transaction as Rule.RuleModule, {
  valid: [
    inside('await db.orders.put(row)'),
    inside('const found = await db.orders.where("day").equals(day).toArray()'),
    inside('await writeJournal(tx, entry)'),
    inside('await Promise.all([db.orders.put(row), bump(tx, 1)])'),
    inside('await Promise.all(rows.map((row) => db.orders.put(row)))'),
    `const body = await seal(row); ${inside('await db.orders.put(body)')}`,
    `async function f() { await fetch(url) }`,
  ],
  invalid: [
    { code: inside('await seal(row)'), errors: [{ messageId: 'foreign' }] },
    { code: inside('await crypto.subtle.encrypt(a, k, b)'), errors: [{ messageId: 'foreign' }] },
    { code: inside('await fetch(url)'), errors: [{ messageId: 'foreign' }] },
    {
      code: inside('for (const r of rows) { await bridge.invoke("app.info") }'),
      errors: [{ messageId: 'foreign' }],
    },
    {
      code: inside('await Promise.all([db.orders.put(row), seal(row)])'),
      errors: [{ messageId: 'foreign' }],
    },
    { code: inside('await Promise.all(rows.map((row) => seal(row)))'), errors: [{ messageId: 'foreign' }] },
    { code: inside('const later = async () => { await sleep(1) }; await later()'), errors: 2 },
    {
      code: `db.transaction('rw', db.orders, async function () { await open(row) })`,
      errors: [{ messageId: 'foreign' }],
    },
  ],
})

tester.run('no-electron-misuse', electronMisuse as Rule.RuleModule, {
  valid: [
    'new BrowserWindow({ show: false, webPreferences: webPreferences() })',
    'const preferences = { sandbox: true, contextIsolation: true, nodeIntegration: false }',
    'window.loadURL(`${origin}/print.html`)',
    "app.commandLine.appendSwitch('lang', 'zh-CN')",
    "contextBridge.exposeInMainWorld('yiguan', bridge)",
    { code: 'shell.openExternal(url)', options: [{ here: ['openExternal'] }] },
  ],
  invalid: [
    ...['nodeIntegration: true', 'sandbox: false', "'webSecurity': false", "enableBlinkFeatures: 'X'"].map(
      (said) => ({ code: `const p = { ${said} }`, errors: [{ messageId: 'preference' }] }),
    ),
    ...['new BrowserWindow()', 'new WebContentsView({ show: false })'].map((code) => ({
      code,
      errors: [{ messageId: 'preferences' }],
    })),
    ...[
      'window.loadURL(url)',
      'window.loadURL(`${address}/index.html`)',
      "window.loadURL('https://evil.example')",
      'window.loadURL(`${origin}.evil/index.html`)',
    ].map((code) => ({ code, errors: [{ messageId: 'page' }] })),
    ...[
      'contents.executeJavaScript(text)',
      'shell.openPath(file)',
      'eval(text)',
      'new Function(text)',
      "app.commandLine.appendSwitch('no-sandbox')",
      "app.on('certificate-error', accept)",
      "import { exec } from 'node:child_process'",
      "import { Session } from 'node:inspector'",
      "import { app, crashReporter as reporter } from 'electron'",
      'v8.writeHeapSnapshot(file)',
    ].map((code) => ({ code, errors: [{ messageId: 'never' }] })),
    { code: 'shell.openExternal(url)', errors: [{ messageId: 'place' }] },
    { code: "contextBridge.exposeInMainWorld('ipc', ipcRenderer)", errors: [{ messageId: 'bridge' }] },
  ],
})

tester.run('no-clock', clock as Rule.RuleModule, {
  valid: ['const d = new Date(text)', 'const t = clock.now()'],
  invalid: ['Date.now()', 'new Date()', 'Math.random()', 'Date()', 'crypto.randomUUID()'].map((code) => ({
    code,
    errors: [{ messageId: 'clock' }],
  })),
})

tester.run('no-untranslated-string', untranslated as Rule.RuleModule, {
  valid: [
    '<p>{t("orders.title")}</p>',
    '<p> · 3/4 %</p>',
    '<input className="wide field" type="file" />',
    'const key = "orders.title"',
    'const text = { zh: "订单", en: "Orders" }',
    'const text = { zh: `${n} 行`, en: `${n} rows` }',
  ],
  invalid: [
    { code: '<p>Orders</p>', errors: [{ messageId: 'untranslated' }] },
    { code: '<p>订单</p>', errors: [{ messageId: 'untranslated' }] },
    { code: '<Button title="Save" />', errors: [{ messageId: 'untranslated' }] },
    { code: '<Button title="保存" />', errors: [{ messageId: 'untranslated' }] },
    { code: 'const text = { zh: "订单" }', errors: [{ messageId: 'untranslated' }] },
    { code: 'const s = "共"', errors: [{ messageId: 'untranslated' }] },
    { code: 'const s = `${n} 行`', errors: [{ messageId: 'untranslated' }] },
  ],
})

tester.run('no-sensitive-log', sensitiveLog as Rule.RuleModule, {
  valid: [
    'log.info({ channel, ms }, "done")',
    'log.error({ rows: rows.length }, "import")',
    'list.info(order.buyerName)',
    'this.log.warn({ code: error.code }, "refused")',
  ],
  invalid: [
    { code: 'console.log(order.buyerName)', errors: [{ messageId: 'sensitive' }] },
    { code: 'log.info({ who: order.consignee }, "x")', errors: [{ messageId: 'sensitive' }] },
    { code: 'log.info({ token }, "x")', errors: [{ messageId: 'sensitive' }] },
    { code: 'this.log.error(`failed for ${payment.amount}`)', errors: [{ messageId: 'sensitive' }] },
    { code: 'logger.warn("x" + uscc)', errors: [{ messageId: 'sensitive' }] },
  ],
})
