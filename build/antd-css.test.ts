import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { antdCss } from './antd-css.mjs'

const css = await antdCss()

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
