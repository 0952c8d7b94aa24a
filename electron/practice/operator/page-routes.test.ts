import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { pageFiles } from './page-routes'

const page = new URL('./page/', import.meta.url)
const text = (name: string) => readFileSync(new URL(name, page), 'utf8')

it('every file of the operator page is served, and no other is named', () => {
  const files = readdirSync(page).filter((name) => name !== 'tsconfig.json')
  expect(Object.keys(pageFiles).sort()).toEqual(files.sort())
})

it('the page loads nothing but its own files, and asks for them where they are served', () => {
  const named = Object.keys(pageFiles)
    .filter((name) => name.endsWith('.js'))
    .flatMap((name) => [...text(name).matchAll(/from '([^']+)'/g)].map(([, from]) => from!))
  const linked = [...text('index.html').matchAll(/(?:src|href)="([^"]+)"/g)].flatMap(([, at]) =>
    at!.startsWith('data:') ? [] : at!,
  )
  expect(named.length).toBeGreaterThan(0)
  expect(linked.length).toBeGreaterThan(0)
  for (const name of [...named, ...linked])
    expect(Object.keys(pageFiles)).toContain(name.replace(/^(\.\/|\/operator\/)/, ''))
  for (const name of Object.keys(pageFiles))
    expect(text(name), name).not.toMatch(/https?:\/\/|\son\w+=|style="/)
})
