import { useCallback, useState } from 'react'
import { flushSync } from 'react-dom'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { mount, unmount } from '../testing'
import { CopyGateContext, Grid, LayoutStoreContext, nothingSelected, notedRows } from './index'
import type { CellChange, CopyGate, GridColumn, GridLayout, GridProps, GridRow } from './index'

const total = 100_000
const text = (s: string) => ({ zh: s, en: s })
const columns: GridColumn[] = [
  { key: 'c0', title: text('订单号'), width: 140, frozen: true },
  { key: 'c1', title: text('申报品名'), width: 160, editable: true },
  { key: 'c2', title: text('收货人'), width: 120, masked: true },
  ...Array.from({ length: 37 }, (_, i): GridColumn => ({
    key: `c${i + 3}`,
    title: text(`列${i + 3}`),
    width: 100,
    editable: i === 0,
  })),
]

type SheetProps = Partial<GridProps> & { edits?: (changes: readonly CellChange[]) => void }

/** Rows that remember what was edited, as a book would. */
function Sheet({ edits, ...more }: SheetProps) {
  const [kept] = useState(() => new Map<string, string>())
  const [version, setVersion] = useState(0)
  const [selection, setSelection] = useState(nothingSelected)
  const rows = useCallback(
    async (offset: number, limit: number) =>
      Array.from({ length: limit }, (_, i): GridRow => {
        const at = offset + i
        return Object.fromEntries([
          ['id', `r${at}`],
          ...columns.map(({ key }) => [
            key,
            kept.get(`r${at}.${key}`) ?? (key === 'c2' ? '王小明先生' : `R${at}${key}`),
          ]),
        ]) as GridRow
      }),
    [kept],
  )
  return (
    <Grid
      id="sheet"
      label={text('订单')}
      columns={columns}
      source={{ total, version, rows }}
      selection={selection}
      onSelect={setSelection}
      onEdit={(changes) => {
        edits?.(changes)
        for (const { rowId, key, after } of changes) kept.set(`${rowId}.${key}`, after)
        setVersion((v) => v + 1)
      }}
      totals={{
        filter: { rows: total },
        selection: { rows: selection.mode === 'all' ? total : selection.ids.size },
      }}
      {...more}
    />
  )
}

const cell = (content: string) => page.getByRole('gridcell', { name: content, exact: true })
/** Row index and label of what has the focus. */
function focused() {
  const active = document.activeElement!
  const own = active.closest('[role="gridcell"]')
  return {
    row: Number(active.closest('[role="row"]')?.getAttribute('aria-rowindex')) - 2,
    col: Number(own?.getAttribute('aria-colindex')) - 2,
    input: active instanceof HTMLInputElement ? active : undefined,
  }
}
const at = () => ({ row: focused().row, col: focused().col })
const hint = () => document.querySelector('[role="status"]')!.textContent
const input = () => focused().input!.value

async function open(props: SheetProps = {}) {
  const edits = vi.fn<(changes: readonly CellChange[]) => void>()
  mount(<Sheet edits={edits} {...props} />)
  await expect.element(cell('R0c0')).toBeVisible()
  return edits
}

afterEach(unmount)

describe('keyboard', () => {
  it('moves one focus over the whole set, which keeps it when it scrolls out of sight', async () => {
    await open()
    await userEvent.click(cell('R2c0'))
    await userEvent.keyboard('{ArrowDown}{ArrowRight}')
    await vi.waitFor(() => expect(at()).toEqual({ row: 3, col: 1 }))
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await vi.waitFor(() => expect(at()).toEqual({ row: total - 1, col: 39 }))
    document.querySelector('.grid-library')!.scrollTop = 0
    await expect.element(cell('R0c0')).toBeVisible()
    expect(at()).toEqual({ row: total - 1, col: 39 })
    await userEvent.keyboard('{Control>}{Home}{/Control}{PageDown}')
    await vi.waitFor(() => expect(at().row).toBeGreaterThan(10))
    expect(
      document.querySelectorAll('[role="gridcell"][tabindex="0"], [role="gridcell"] [tabindex="0"]'),
    ).toHaveLength(1)
  })

  it('tells readers of the screen the size and place of the whole set', async () => {
    await open()
    const grid = document.querySelector('[role="grid"]')!
    expect(grid.getAttribute('aria-rowcount')).toBe(String(total + 1))
    expect(grid.getAttribute('aria-colcount')).toBe('41')
    await userEvent.click(cell('R0c0'))
    await userEvent.keyboard('{Control>}{End}{/Control}')
    await vi.waitFor(() => expect(document.querySelector(`[aria-rowindex="${total + 1}"]`)).not.toBeNull())
  })

  it('edits by typing, commits with Enter and Tab, restores with Escape and brings back with Ctrl+Z', async () => {
    const edits = await open()
    await userEvent.click(cell('R1c1'))
    await userEvent.keyboard('abc{Enter}')
    await vi.waitFor(() => expect(at()).toEqual({ row: 2, col: 1 }))
    expect(edits).toHaveBeenLastCalledWith([
      { rowId: 'r1', rowIndex: 1, key: 'c1', before: 'R1c1', after: 'abc' },
    ])
    await userEvent.keyboard('{F2}X{Escape}')
    expect(edits).toHaveBeenCalledTimes(1)
    await expect.element(cell('R2c1')).toBeVisible()
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(input()).toBe('R2c1X')
    await userEvent.keyboard('{Tab}')
    await vi.waitFor(() => expect(at()).toEqual({ row: 2, col: 3 }))
    expect(edits).toHaveBeenCalledTimes(2)
  })

  it('keeps what was typed when the focus goes elsewhere', async () => {
    const edits = await open()
    await userEvent.click(cell('R1c1'))
    await userEvent.keyboard('typed')
    await userEvent.click(cell('R5c0'))
    await vi.waitFor(() => expect(edits).toHaveBeenCalledWith([expect.objectContaining({ after: 'typed' })]))
  })

  it('goes on with what is being typed when the room draws itself anew', async () => {
    let draw = () => {}
    const edits = vi.fn<(changes: readonly CellChange[]) => void>()
    function Room() {
      const [, again] = useState(0)
      draw = () => again((n) => n + 1)
      return <Sheet edits={edits} />
    }
    mount(<Room />)
    await userEvent.click(cell('R0c1'))
    await userEvent.keyboard('0.')
    flushSync(draw)
    await userEvent.keyboard('5{Enter}')
    expect(edits.mock.calls).toMatchObject([[[{ key: 'c1', after: '0.5' }]]])
  })

  it('draws no row again when only its room draws itself anew', async () => {
    let draw = () => {}
    const drawn = vi.fn<(value: unknown) => string>((value) => String(value))
    const counted = columns.map((column) => ({ ...column, render: drawn }))
    function Room() {
      const [, again] = useState(0)
      draw = () => again((n) => n + 1)
      return <Sheet columns={counted} />
    }
    mount(<Room />)
    await expect.element(cell('R0c0')).toBeVisible()
    drawn.mockClear()
    flushSync(draw)
    expect(drawn).not.toHaveBeenCalled()
  })

  it('opens the record with Enter, and by double click', async () => {
    const opened = vi.fn<(row: GridRow) => void>()
    await open({ onOpen: opened })
    await userEvent.click(cell('R4c0'))
    await userEvent.keyboard('{Enter}')
    await userEvent.dblClick(cell('R6c0'))
    expect(opened.mock.calls.map(([row]) => row.id)).toEqual(['r4', 'r6'])
  })

  it('lets Tab leave the grid after Escape, so that nobody is caught in it', async () => {
    await open()
    await userEvent.click(cell('R1c1'))
    await userEvent.keyboard('{Escape}{Tab}')
    expect(document.activeElement!.closest('[role="grid"]')).toBeNull()
  })

  it('goes to the next error with F8', async () => {
    await open({
      errorOf: (row, key) => (row.id === 'r70' && key === 'c1' ? text('品名不符') : undefined),
      nextError: async (after) => (after < 70 ? { rowIndex: 70, key: 'c1' } : undefined),
    })
    await userEvent.click(cell('R0c0'))
    await userEvent.keyboard('{F8}')
    await vi.waitFor(() => expect(at()).toEqual({ row: 70, col: 1 }))
    await vi.waitFor(() => expect(focused().input?.getAttribute('aria-invalid')).toBe('true'))
    const reason = document.getElementById(focused().input!.getAttribute('aria-describedby')!)
    expect(reason?.textContent).toBe('品名不符')
    await userEvent.keyboard('{F8}')
    await vi.waitFor(() => expect(hint()).toBe('后面没有错误了'))
  })
})

describe('input method', () => {
  const compose = (composed: string) =>
    cdp().send('Input.imeSetComposition', {
      text: composed,
      selectionStart: composed.length,
      selectionEnd: composed.length,
    })
  /** A key that the input method takes: 229 to the page, whatever was pressed. */
  const takenKey = (key: string) =>
    cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 })

  it('starts in the selected cell, loses no key, and the Enter that picks a word neither commits nor moves', async () => {
    const edits = await open()
    await userEvent.click(cell('R3c1'))
    await takenKey('Process')
    await compose('h')
    await takenKey('Process')
    await compose('hao')
    await takenKey('Enter')
    expect(at()).toEqual({ row: 3, col: 1 })
    expect(input()).toBe('hao')
    await cdp().send('Input.insertText', { text: '好' })
    expect(input()).toBe('好')
    expect(edits).not.toHaveBeenCalled()
    // The macrotask after the composition: from then on Enter is Enter again.
    await new Promise((resolve) => setTimeout(resolve, 0))
    await userEvent.keyboard('{Enter}')
    await vi.waitFor(() => expect(edits).toHaveBeenCalledWith([expect.objectContaining({ after: '好' })]))
    await vi.waitFor(() => expect(at()).toEqual({ row: 4, col: 1 }))
  })

  it('does not move with arrows that choose a candidate', async () => {
    await open()
    await userEvent.click(cell('R3c1'))
    await compose('ni')
    await takenKey('ArrowDown')
    expect(at()).toEqual({ row: 3, col: 1 })
  })
})

describe('blocks', () => {
  const clipboard = () => navigator.clipboard.readText()

  it('copies one cell for who may not export; a large block only once that is noted', async () => {
    const noted: unknown[] = []
    let fails = false
    const gate: CopyGate = {
      mayTake: true,
      note: async (grid, rows) => {
        if (fails) throw new Error('read-only')
        noted.push([grid, rows])
      },
    }
    const sheet = (mayTake: boolean) => (
      <CopyGateContext value={{ ...gate, mayTake }}>
        <Sheet />
      </CopyGateContext>
    )
    const mark = async (keys: string) => {
      await userEvent.click(cell('R4c0'))
      await userEvent.keyboard(`{Shift>}${keys}{/Shift}{Control>}c{/Control}`)
    }
    mount(sheet(false))
    await vi.waitFor(() => expect(cell('R4c0')).toBeVisible())
    // A page that nobody clicked has no clipboard.
    await userEvent.click(cell('R4c0'))
    await navigator.clipboard.writeText('before')
    await mark('{ArrowDown}')
    await expect.element(page.getByText('一次只能复制一格')).toBeVisible()
    expect(await clipboard()).toBe('before')
    await userEvent.click(cell('R4c0'))
    await userEvent.keyboard('{Control>}c{/Control}')
    await vi.waitFor(async () => expect(await clipboard()).toBe('R4c0'))
    await unmount()

    mount(sheet(true))
    await vi.waitFor(() => expect(cell('R4c0')).toBeVisible())
    fails = true
    await mark('{PageDown}'.repeat(25))
    await expect.element(page.getByText('没能记入操作记录')).toBeVisible()
    expect(await clipboard()).toBe('R4c0')
    fails = false
    await userEvent.keyboard('{Control>}c{/Control}')
    await vi.waitFor(async () =>
      expect((await clipboard()).split('\r\n').length).toBeGreaterThanOrEqual(notedRows),
    )
    expect(noted).toEqual([['sheet', (await clipboard()).split('\r\n').length]])
  })

  it('copies a marked range for Excel, with headers when asked, and masks personal values', async () => {
    await open()
    await userEvent.click(cell('R4c0'))
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowRight}{ArrowRight}{/Shift}')
    await userEvent.keyboard('{Control>}c{/Control}')
    await vi.waitFor(async () => expect(await clipboard()).toBe('R4c0\tR4c1\t王***生\r\nR5c0\tR5c1\t王***生'))
    await userEvent.keyboard('{Control>}{Shift>}C{/Shift}{/Control}')
    await vi.waitFor(async () =>
      expect((await clipboard()).split('\r\n')[0]).toBe('订单号\t申报品名\t收货人'),
    )
  })

  it('pastes over editable cells in one change, folds width and says what was skipped', async () => {
    const edits = await open()
    await navigator.clipboard.writeText('００１２\t张三\t"x\ny"\r\nab\t李四\tz')
    await userEvent.click(cell('R1c1'))
    await userEvent.keyboard('{Control>}v{/Control}')
    await vi.waitFor(() => expect(edits).toHaveBeenCalledTimes(1))
    expect(edits.mock.calls[0]![0].map(({ rowIndex, key, after }) => [rowIndex, key, after])).toEqual([
      [1, 'c1', '0012'],
      [1, 'c3', 'x\ny'],
      [2, 'c1', 'ab'],
      [2, 'c3', 'z'],
    ])
    expect(hint()).toBe('已粘贴 4 格，1 格由全角转半角，2 格不可编辑，已跳过')
  })

  it('fills down from the first marked row, and from the row above when only one is marked', async () => {
    const edits = await open()
    await userEvent.click(cell('R1c1'))
    await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{Control>}d{/Control}')
    await vi.waitFor(() => expect(edits).toHaveBeenCalledTimes(1))
    expect(edits.mock.calls[0]![0].map(({ rowIndex, after }) => [rowIndex, after])).toEqual([
      [2, 'R1c1'],
      [3, 'R1c1'],
    ])
    await userEvent.click(cell('R9c1'))
    await userEvent.keyboard('{Control>}d{/Control}')
    await vi.waitFor(() => expect(edits).toHaveBeenCalledTimes(2))
    expect(edits.mock.calls[1]![0]).toEqual([expect.objectContaining({ rowIndex: 9, after: 'R8c1' })])
  })

  it('takes a refused change back and says why', async () => {
    await open({
      onEdit: async () =>
        Promise.reject(Object.assign(new Error('x'), { code: 'stale', text: text('已被别人改过') })),
    })
    await userEvent.click(cell('R1c1'))
    await userEvent.keyboard('abc{Enter}')
    await vi.waitFor(() => expect(hint()).toBe('1 处修改没有保存，已恢复原值：已被别人改过'))
    await expect.element(cell('R1c1')).toBeVisible()
  })
})

describe('selection and layout', () => {
  it('selects everything as a query and leaves single rows out', async () => {
    await open()
    await userEvent.click(cell('R1c0'))
    await userEvent.keyboard('{Control>}a{/Control}')
    await expect.element(page.getByRole('group', { name: '已选' })).toHaveTextContent('100,000')
    await userEvent.click(page.getByRole('checkbox', { name: '选择第 2 行' }))
    await expect.element(page.getByRole('checkbox', { name: '选择全部' })).toBePartiallyChecked()
  })

  it('remembers a hidden column in the store it is given', async () => {
    const store = new Map<string, GridLayout>()
    mount(
      <LayoutStoreContext
        value={{ read: (id) => store.get(id), write: (id, layout) => void store.set(id, layout) }}
      >
        <Sheet />
      </LayoutStoreContext>,
    )
    await expect.element(cell('R0c0')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: '选择列' }))
    await userEvent.click(page.getByRole('checkbox', { name: '列3', exact: true }))
    await vi.waitFor(() => expect(store.get('sheet')?.hidden).toEqual(['c3']))
    await vi.waitFor(() =>
      expect([...document.querySelectorAll('[role="columnheader"]')].map((h) => h.textContent)).not.toContain(
        '列3',
      ),
    )
  })

  it('remembers a width that was dragged, and only that', async () => {
    const store = new Map<string, GridLayout>()
    const rows = async () => [{ id: 'a', c0: 'R0c0' }]
    mount(
      <LayoutStoreContext
        value={{ read: (id) => store.get(id), write: (id, layout) => void store.set(id, layout) }}
      >
        <Grid
          id="few"
          label={text('x')}
          columns={columns.slice(0, 3)}
          source={{ total: 1, version: 0, rows }}
        />
      </LayoutStoreContext>,
    )
    await expect.element(cell('R0c0')).toBeVisible()
    const last = () => document.querySelectorAll('[role="columnheader"]')[2]!.getBoundingClientRect()
    // The last column fills the window.
    await vi.waitFor(() => expect(last().right).toBeGreaterThan(1_300))
    await userEvent.click(page.getByRole('columnheader', { name: '申报品名' }))
    await userEvent.keyboard('{Control>}{ArrowRight}{ArrowRight}{/Control}')
    await vi.waitFor(() => expect(store.get('few')?.widths).toEqual({ c1: 180 }))
  })

  it('says what went wrong when rows cannot be read, and tries again', async () => {
    const rows = vi
      .fn<GridProps['source']['rows']>()
      .mockRejectedValueOnce(new Error('locked'))
      .mockResolvedValue([{ id: 'a', c0: 'R0c0' }])
    mount(<Grid id="x" label={text('x')} columns={columns} source={{ total: 1, version: 0, rows }} />)
    await expect.element(page.getByText('locked')).toBeVisible()
    await userEvent.click(page.getByRole('button', { name: /重\s*试/ }))
    await expect.element(cell('R0c0')).toBeVisible()
  })
})
