import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { openapi, openapiText } from './openapi'

const file = new URL('./openapi.json', import.meta.url)

describe('openapi.json', () => {
  it('is what the schemas say; run with WRITE_OPENAPI=1 after changing them', () => {
    if (process.env.WRITE_OPENAPI) writeFileSync(file, openapiText())
    expect(readFileSync(file, 'utf8')).toBe(openapiText())
  })

  it('points only at schemas it contains', () => {
    const known = new Set(Object.keys((openapi().components as { schemas: object }).schemas))
    const used = [...openapiText().matchAll(/"\$ref": "([^"]+)"/g)].map((found) => found[1]!)
    expect(used.length).toBeGreaterThan(10)
    for (const target of used) {
      expect(target).toMatch(/^#\/components\/schemas\//)
      expect(known).toContain(target.replace('#/components/schemas/', ''))
    }
  })
})
