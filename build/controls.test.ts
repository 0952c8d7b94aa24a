import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const text = readFileSync(path.join(root, 'electron/CONTROLS.md'), 'utf8')

/** Cells of each row of a table whose last two columns are code and test. */
const rows = text
  .split('\n')
  .filter((line) => line.startsWith('|') && !/^\| -+/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .filter((cells) => cells.at(-1) !== 'test')
const pathsIn = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, found]) => found!)

it('every control points at code and at a test that are there', () => {
  expect(rows.length).toBeGreaterThan(20)
  const faults = rows.flatMap((cells) => {
    const [code, test] = [pathsIn(cells.at(-2)!), pathsIn(cells.at(-1)!)]
    return [
      ...(code.length > 0 && test.length > 0 ? [] : [`${cells[0]}: no code or no test`]),
      ...[...code, ...test]
        .filter((each) => !existsSync(path.join(root, each)))
        .map((each) => `${cells[0]}: ${each}`),
      ...test
        .filter((each) => !/\.(test|spec)\.tsx?$/.test(each))
        .map((each) => `${cells[0]}: ${each} is no test`),
    ]
  })
  expect(faults).toEqual([])
})
