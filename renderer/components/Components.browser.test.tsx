import { Form, Input, Modal } from 'antd'
import { Activity, useState } from 'react'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { cdp, page, userEvent } from 'vitest/browser'
import { BulkEdit, type BulkPreview } from './BulkEdit'
import { CodeSelect } from './CodeSelect'
import { EnterNext } from './EnterNext'
import { ErrorRows } from './ErrorRows'
import { FileDrop } from './FileDrop'
import { Masked } from './Masked'
import { NumberInput } from './NumberInput'
import { PasteFilter } from './PasteFilter'
import { mount, unmount } from './testing'
import { useDoneNotice } from './useDoneNotice'

const text = (s: string) => ({ zh: s, en: s })
const button = (name: string | RegExp) => page.getByRole('button', { name })

afterEach(unmount)

describe('personal values', () => {
  it('are shown only after a reason was given, and hidden again', async () => {
    const reveal = vi.fn(async () => '张三丰')
    mount(<Masked masked="张***丰" label={text('收货人')} onReveal={reveal} />)
    expect(document.body.textContent).not.toContain('张三丰')
    await userEvent.click(button('显示收货人'))
    await expect.element(button(/^显\s*示$/)).toBeDisabled()
    await userEvent.fill(page.getByLabelText('查看原因（记入操作记录）'), '海关来电核实')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('张三丰')).toBeVisible()
    expect(reveal).toHaveBeenCalledExactlyOnceWith('海关来电核实')
    await userEvent.click(button(/遮\s*盖/))
    expect(document.body.textContent).not.toContain('张三丰')
  })

  it('stay masked when the reason could not be written down', async () => {
    const refused = Object.assign(new Error('x'), { code: 'full', text: text('磁盘已满') })
    mount(<Masked masked="张*" label={text('收货人')} onReveal={async () => Promise.reject(refused)} />)
    await userEvent.click(button('显示收货人'))
    await userEvent.fill(page.getByLabelText('查看原因（记入操作记录）'), '核实')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('磁盘已满')).toBeVisible()
    await expect.element(page.getByText('张*')).toBeVisible()
  })
})

describe('fields of a room behind the scenes', () => {
  it('come back with what holds by then, and leaving them tells nothing else', async () => {
    let show = (_front: boolean) => {}
    let give = (_hours: number, _code: string | undefined) => {}
    const told = vi.fn()
    const entries = [{ code: '142', name: '人民币' }]
    function Room() {
      const [front, setFront] = useState(true)
      const [held, setHeld] = useState<{ hours: number; code: string | undefined }>({
        hours: 2,
        code: undefined,
      })
      show = setFront
      give = (hours, code) => setHeld({ hours, code })
      return (
        <Activity mode={front ? 'visible' : 'hidden'}>
          <NumberInput aria-label="hours" value={held.hours} onChange={told} />
          <CodeSelect label="code" value={held.code} entries={entries} complete onChange={told} />
        </Activity>
      )
    }
    const host = mount(<Room />)
    const hours = page.getByRole('spinbutton', { name: 'hours', exact: true })
    await expect.element(hours).toHaveValue('2')
    give(3, '142')
    await expect.element(hours).toHaveValue('3')
    await vi.waitFor(() => expect(host.textContent).toContain('142 人民币'))
    show(false)
    await expect.element(hours).not.toBeInTheDocument()
    give(2, undefined)
    show(true)
    await expect.element(hours).toHaveValue('2')
    await userEvent.click(hours)
    await userEvent.tab()
    expect(told).not.toHaveBeenCalled()
    expect(host.textContent).not.toContain('人民币')
  })
})

describe('a dialog', () => {
  function Asking() {
    const [open, setOpen] = useState(false)
    return (
      <>
        <button onClick={() => setOpen(true)}>ask</button>
        <Modal open={open} onCancel={() => setOpen(false)}>
          <Input aria-label="answer" autoFocus />
        </Modal>
      </>
    )
  }

  it.each([false, true])('opens with the focus in its first field, calm: %s', async (calm) => {
    mount(<Asking />, 'zh', calm)
    await userEvent.click(button('ask'))
    await expect.element(page.getByLabelText('answer')).toHaveFocus()
  })
})

describe('Enter goes to the next field', () => {
  const submitted = vi.fn()
  const open = () =>
    mount(
      <Form onFinish={submitted}>
        <EnterNext>
          <Input aria-label="a" />
          <Input aria-label="b" disabled />
          <Input.TextArea aria-label="c" />
          <Input aria-label="d" />
        </EnterNext>
      </Form>,
    )

  it('over fields that cannot be filled, and not out of a text of several lines', async () => {
    open()
    await userEvent.click(page.getByLabelText('a'))
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByLabelText('d')).toHaveFocus()
    await userEvent.click(page.getByLabelText('c'))
    await userEvent.keyboard('1{Enter}2')
    await expect.element(page.getByLabelText('c')).toHaveValue('1\n2')
    expect(submitted).not.toHaveBeenCalled()
  })

  it('not when the input method takes it', async () => {
    open()
    await userEvent.click(page.getByLabelText('a'))
    await cdp().send('Input.imeSetComposition', { text: 'hao', selectionStart: 3, selectionEnd: 3 })
    await cdp().send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    })
    await expect.element(page.getByLabelText('a')).toHaveFocus()
    await expect.element(page.getByLabelText('a')).toHaveValue('hao')
  })
})

describe('codes', () => {
  const entries = [
    { code: '502', name: '美元', alias: ['USD'] },
    { code: '303', name: '英镑', alias: ['GBP'] },
  ]
  function Field({ complete }: { complete: boolean }) {
    const [value, setValue] = useState<string>()
    return (
      <>
        <CodeSelect label="币制" entries={entries} complete={complete} value={value} onChange={setValue} />
        <output>{value}</output>
      </>
    )
  }

  it('are found by the initials of their pinyin', async () => {
    mount(<Field complete />)
    await userEvent.click(page.getByLabelText('币制'))
    await userEvent.keyboard('yb')
    await expect.element(page.getByText('303 英镑 GBP')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('status')).toHaveTextContent('303')
  })

  it('of an incomplete table are taken as they stand, with a warning', async () => {
    mount(<Field complete={false} />)
    await userEvent.click(page.getByLabelText('币制'))
    await userEvent.keyboard('９９９')
    await expect.element(page.getByText('按原值：999')).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText('本机代码表未收录，按原值申报')).toBeVisible()
  })

  it('of a complete table are refused when they are not in it', async () => {
    mount(<Field complete />)
    await userEvent.click(page.getByLabelText('币制'))
    await userEvent.keyboard('999')
    await expect.element(page.getByText('代码表中没有')).toBeVisible()
  })
})

describe('files', () => {
  it('of the wrong kind are refused by name, and the others go on', async () => {
    const onFiles = vi.fn<(files: readonly File[]) => void>()
    mount(<FileDrop title={text('拖入')} accept={['.csv']} multiple onFiles={onFiles} />)
    await userEvent.upload(page.getByLabelText(/拖入/), [
      new File(['a'], '订单.CSV'),
      new File(['b'], 'photo.png'),
    ])
    expect(onFiles.mock.calls[0]![0].map((file) => file.name)).toEqual(['订单.CSV'])
    await expect.element(page.getByRole('status')).toHaveTextContent('photo.png')
  })
})

describe('a pasted column', () => {
  it('becomes a filter and says what was not found', async () => {
    const onApply = vi.fn<(numbers: readonly string[]) => void>()
    mount(
      <PasteFilter active={{ asked: 3, notFound: ['SO9'] }} onApply={onApply} onClear={() => undefined} />,
    )
    await expect.element(page.getByText('已按 3 个号码筛选，找到 2 个')).toBeVisible()
    await userEvent.click(button('粘贴号码'))
    await userEvent.fill(page.getByLabelText('号码'), 'SO1\nSO2\nSO1')
    await expect.element(page.getByText('2 个号码，重复 1 个')).toBeVisible()
    await userEvent.click(button('按这些号码筛选'))
    expect(onApply).toHaveBeenCalledExactlyOnceWith(['SO1', 'SO2'])
  })

  it('opens in sight each time, where the system asks for less motion', async () => {
    const motion = (value: string) =>
      cdp().send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-reduced-motion', value }] })
    await motion('reduce')
    onTestFinished(async () => void (await motion('')))
    mount(<PasteFilter active={undefined} onApply={() => undefined} onClear={() => undefined} />, 'zh', true)
    for (const number of ['SO1', 'SO2']) {
      await userEvent.click(button('粘贴号码'))
      await expect.element(page.getByLabelText('号码')).toBeInViewport()
      await userEvent.keyboard(number)
      await userEvent.click(button('按这些号码筛选'))
      await expect.element(page.getByLabelText('号码')).not.toBeInTheDocument()
    }
  })
})

describe('bulk edit', () => {
  const preview = (invalid: number): BulkPreview => ({ rows: 10, changed: 4, invalid, samples: [] })
  const open = (ask: () => Promise<BulkPreview>, apply = vi.fn(), undo = vi.fn(async () => undefined)) => {
    apply.mockResolvedValue({ changed: 4, undo })
    mount(
      <BulkEdit
        open
        onClose={() => undefined}
        rows={10}
        fields={[{ key: 'gcode', title: text('商品编码') }]}
        preview={ask}
        apply={apply}
      />,
    )
    return { apply, undo }
  }
  const choose = async () => {
    await userEvent.click(page.getByLabelText('字段'))
    await userEvent.keyboard('{Enter}')
    await userEvent.fill(page.getByLabelText('新值'), '6109100021')
  }

  it('cannot be done while rows would become invalid', async () => {
    open(async () => preview(2))
    await choose()
    await expect.element(page.getByText('共 10 行，将改动 4 行，其中 2 行会变为不合格')).toBeVisible()
    await expect.element(button('修改 4 行')).toBeDisabled()
  })

  it('writes what was previewed, and can be undone', async () => {
    const { apply, undo } = open(async () => preview(0))
    await choose()
    await userEvent.click(button('修改 4 行'))
    expect(apply).toHaveBeenCalledExactlyOnceWith('gcode', '6109100021')
    await userEvent.click(button(/撤\s*销/))
    expect(undo).toHaveBeenCalledTimes(1)
    await expect.element(page.getByText('已撤销，全部恢复原值')).toBeVisible()
  })
})

describe('the notice of what was done', () => {
  afterEach(() => vi.useRealTimers())

  it('stays for twelve seconds after it was last said', async () => {
    let say: (() => void) | undefined
    function Doing() {
      const done = useDoneNotice()
      say = () => done({ key: 'act', title: '已保存', undo: { label: '撤销', run: () => undefined } })
      return null
    }
    mount(<Doing />)
    await expect.poll(() => say).toBeDefined()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const shown = () => document.querySelectorAll('.ant-notification-notice').length
    say!()
    await expect.poll(shown).toBe(1)
    vi.advanceTimersByTime(11_000)
    say!()
    vi.advanceTimersByTime(11_900)
    expect(shown()).toBe(1)
    vi.advanceTimersByTime(100)
    await expect.poll(shown).toBe(0)
  })
})

describe('error rows', () => {
  it('are mended in place, whole rows at a time, and say why they were refused', async () => {
    const onCorrect = vi.fn<(changes: readonly { id: string; cells: string[] }[]) => void>()
    const error = {
      row: 7,
      column: '单价',
      value: '1.2E+05',
      rule: 'excel.scientific',
      message: text('科学计数法，位数已丢失'),
      fix: text('改为原值'),
    }
    mount(
      <ErrorRows
        gridId="errors"
        header={['订单号', '单价']}
        total={1}
        version={0}
        rows={async () => [{ id: 'e1', row: 7, cells: ['0012', '1.2E+05'], errors: [error] }]}
        onCorrect={onCorrect}
      />,
    )
    await expect
      .element(page.getByRole('gridcell', { name: '科学计数法，位数已丢失', exact: true }))
      .toBeVisible()
    await userEvent.click(page.getByRole('gridcell', { name: /1\.2E\+05/ }))
    await userEvent.keyboard('120000{Enter}')
    await vi.waitFor(() => expect(onCorrect).toHaveBeenCalledWith([{ id: 'e1', cells: ['0012', '120000'] }]))
  })

  it('mask what names a person until somebody says why they look', async () => {
    const onReveal = vi.fn<(reason: string) => Promise<void>>(async () => {})
    mount(
      <ErrorRows
        gridId="errors-masked"
        header={['订单号', '收货人']}
        total={1}
        version={0}
        rows={async () => [{ id: 'e1', row: 7, cells: ['0012', '欧阳小明'], errors: [] }]}
        onCorrect={() => {}}
        personal={new Set([1])}
        onReveal={onReveal}
      />,
    )
    await expect.element(page.getByRole('gridcell', { name: '0012', exact: true })).toBeVisible()
    expect(document.body.textContent).not.toContain('欧阳小明')
    await userEvent.click(page.getByRole('button', { name: '显示个人信息' }))
    await userEvent.keyboard('核对收货人{Enter}')
    await expect.element(page.getByRole('gridcell', { name: '欧阳小明', exact: true })).toBeVisible()
    expect(onReveal).toHaveBeenCalledWith('核对收货人')
    await userEvent.click(page.getByRole('button', { name: /遮\s*盖/ }))
    await vi.waitFor(() => expect(document.body.textContent).not.toContain('欧阳小明'))
  })
})
