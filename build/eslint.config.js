import path from 'node:path'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import clock from './eslint-rules/no-clock.mjs'
import electronMisuse from './eslint-rules/no-electron-misuse.mjs'
import transaction from './eslint-rules/no-foreign-await-in-transaction.mjs'
import sensitiveLog from './eslint-rules/no-sensitive-log.mjs'
import untranslated from './eslint-rules/no-untranslated-string.mjs'

const root = path.join(import.meta.dirname, '..')
const yiguan = {
  rules: {
    'no-clock': clock,
    'no-electron-misuse': electronMisuse,
    'no-foreign-await-in-transaction': transaction,
    'no-sensitive-log': sensitiveLog,
    'no-untranslated-string': untranslated,
  },
}
const tests = ['**/*.test.{ts,tsx}', '**/*.test-data.ts', 'test/**']

export default tseslint.config(
  { ignores: ['dist/**', 'out/**', 'node_modules/**', 'test/host/fixture/**/*.html'] },
  {
    basePath: root,
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    plugins: { yiguan, 'react-hooks': reactHooks },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400, skipBlankLines: false, skipComments: false }],
      'yiguan/no-sensitive-log': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  { basePath: root, files: ['shared/**/*.ts'], ignores: tests, rules: { 'yiguan/no-clock': 'error' } },
  {
    basePath: root,
    files: ['renderer/**/*.{ts,tsx}'],
    ignores: tests,
    rules: {
      'yiguan/no-foreign-await-in-transaction': 'error',
      'yiguan/no-untranslated-string': 'error',
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[arguments.length=0][callee.type="MemberExpression"][callee.property.name=/^(arrayBuffer|text)$/]',
          message: 'A whole file is read by `data/whole-file`, which knows how large one of its kind may be.',
        },
      ],
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'antd',
              importNames: ['InputNumber'],
              message: '`components/NumberInput` shows what holds by then when a hidden room comes back.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        {
          object: 'navigator',
          property: 'onLine',
          message: 'It lies with virtual adapters; the last real call decides.',
        },
      ],
    },
  },
  {
    // The bound itself; bytes of our own; and parts of a file, each as long as it was asked for.
    basePath: root,
    files: [
      'renderer/data/whole-file.ts',
      'renderer/data/sealing/bytes.ts',
      'renderer/data/write/journal.ts',
      'renderer/data/imports/content-digest.ts',
      'renderer/workers/import/sealed-spill.ts',
      'renderer/workers/book/work/message-files.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    basePath: root,
    files: ['renderer/components/NumberInput.tsx'],
    rules: { 'no-restricted-imports': 'off' },
  },
  {
    basePath: root,
    files: ['electron/**/*.ts'],
    ignores: [...tests, 'electron/shell/ipc.ts', 'electron/preload.ts', 'electron/main.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain', 'ipcRenderer'],
              message: 'Register through `handle`.',
            },
          ],
        },
      ],
    },
  },
  {
    basePath: root,
    files: ['electron/{main,preload}.ts', 'electron/{shell,services}/**/*.ts'],
    ignores: tests,
    rules: { 'yiguan/no-electron-misuse': 'error' },
  },
  {
    // https and the official hosts only.
    basePath: root,
    files: ['electron/services/app-info.ts'],
    rules: { 'yiguan/no-electron-misuse': ['error', { here: ['openExternal'] }] },
  },
  {
    // It only ever refuses more than the system does, but for the authority a book names.
    basePath: root,
    files: ['electron/services/network.ts'],
    rules: { 'yiguan/no-electron-misuse': ['error', { here: ['setCertificateVerifyProc'] }] },
  },
  {
    // Served as it is; its types stand in comments and are checked with the rest.
    basePath: root,
    files: ['electron/practice/operator/page/*.js'],
    extends: [tseslint.configs.recommended],
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'max-lines': ['error', { max: 400 }],
    },
  },
  { basePath: root, files: tests, rules: { 'max-lines': 'off' } },
)
