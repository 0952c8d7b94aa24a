import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

// As the build does it: in a process where nothing has loaded React for development before.
const print = `import { antdCss } from './antd-css.mjs'; process.stdout.write(await antdCss())`
const css = execFileSync(process.execPath, ['--input-type=module', '--eval', print], {
  cwd: import.meta.dirname,
  encoding: 'utf8',
  maxBuffer: 1 << 28,
})

describe('the static stylesheet', () => {
  it('has the rules once and the tokens for both themes', () => {
    expect(css).toMatch(/\.ant-btn[^{}]*\{/)
    expect(css).toMatch(/\[data-theme="dark"\]\.yiguan-tokens\{--ant-blue/)
    const primary = (scope: string) =>
      new RegExp(`(?:^|[\\n}])${scope}\\{[^}]*--ant-color-primary:(#[0-9a-f]+)`).exec(css)?.[1]
    const tokens = JSON.parse(
      readFileSync(path.join(import.meta.dirname, '../renderer/styles/tokens.json'), 'utf8'),
    ) as { shared: { colorPrimary: string } }
    expect(primary('\\.yiguan-tokens')).toBe(tokens.shared.colorPrimary)
  })

  it('leaves no trace of the run-time extractor', () => expect(css).not.toContain('data-ant-cssinjs'))
})
