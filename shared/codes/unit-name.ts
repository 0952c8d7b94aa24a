import type { CodeTable } from './table'

/** The code of a 计量单位 as people write one; undefined for anything else, a code alone included. */
export type UnitByName = (text: string) => string | undefined

/** Reads the name of a unit in the table (`个`), or code and name together (`007 个`, `007-个`). */
export function unitByName({ rows }: CodeTable): UnitByName {
  const codes = new Map(rows.map(({ code, zh }) => [zh, code]))
  return (text) => {
    const [, code, name = text] = /^(\d{3})[\s\-_/.:：]*(\D+)$/.exec(text) ?? []
    const found = codes.get(name.trim())
    return code === undefined || code === found ? found : undefined
  }
}
