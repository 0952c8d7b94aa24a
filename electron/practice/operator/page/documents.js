import { call } from './api.js'
import { button, byId, element, option, table } from './dom.js'
import { statusText, t } from './text.js'

const messages = ['CEB303', 'CEB403', 'CEB505', 'CEB603', 'CEB605']
/**
 * @typedef {{ message: string, businessKey: string, status: string, updatedAt: string,
 *   history: { at: string, status: string, info: string }[] }} Shown
 * @typedef {import('./page.js').Desk} Desk
 */
/** @param {string} iso */
const clock = (iso) => new Date(iso).toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
/** Statuses in which a 清单 can still be decided. */
const open = new Set(['2', '3', '120', '300', '500', '399'])

/** @type {Shown[]} */
let shown = []
/** @type {string | undefined} */
let cursor
/** @type {Shown | undefined} */
let chosen
/** Number of the newest search: what an older one still brings is no longer what was asked for. */
let newest = 0

/** Fill the choices of the search form; again when the language changes. */
export function fillSearch() {
  const select = byId('find-message')
  const { value } = select
  select.replaceChildren(
    option('', t('every')),
    ...messages.map((message) => option(message, `${t(message)} ${message}`)),
  )
  select.value = value
}

/**
 * Show the documents of an enterprise.
 * @param {Desk} desk `run` shows what goes wrong
 */
export async function showDocuments(desk, isNextPage = false) {
  const key = byId('find-key').value.trim()
  const message = byId('find-message').value
  const search = ++newest
  const found = isNextPage ? [...shown] : []
  let from = isNextPage ? cursor : undefined
  for (;;) {
    const query = { limit: '200', ...(message ? { message } : {}), ...(from ? { cursor: from } : {}) }
    const page = await call('GET', '/v1/documents', { enterprise: desk.enterprise, query })
    if (search !== newest) return
    found.push(...page.documents.filter((/** @type {Shown} */ { businessKey }) => businessKey.includes(key)))
    from = page.cursor
    if (!page.more || found.length >= 50 || !key) break
  }
  ;[shown, cursor] = [found, from]
  render(desk)
}

/** @param {Desk} desk */
function render(desk) {
  const rows = shown.map((one) => [
    t(one.message),
    one.businessKey,
    statusText(one.status),
    clock(one.updatedAt),
    button(t('choose'), () => {
      chosen = one
      renderChosen(desk)
    }),
  ])
  byId('documents').replaceChildren(
    rows.length
      ? table(t('documents'), [t('kind'), t('number'), t('status'), t('changed'), ''], rows)
      : element('p', {}, t('noDocuments')),
    ...(cursor ? [button(t('more'), () => desk.run(() => showDocuments(desk, true)))] : []),
  )
  const before = chosen
  chosen =
    before && shown.find((one) => one.message === before.message && one.businessKey === before.businessKey)
  renderChosen(desk)
}

/** @param {Desk} desk */
function renderChosen(desk) {
  const place = byId('document')
  if (!chosen) return place.replaceChildren()
  const { message, businessKey, history, status } = chosen
  place.replaceChildren(
    element('h3', {}, `${t(message)} ${businessKey}：${t('history')}`),
    table(
      t('history'),
      [t('time'), t('status'), t('says')],
      history.map((entry) => [clock(entry.at), statusText(entry.status), entry.info]),
    ),
    ...(message === 'CEB603' && open.has(status) ? [decisions(desk, businessKey)] : []),
  )
}

/**
 * @param {Desk} desk
 * @param {string} businessKey
 */
function decisions(desk, businessKey) {
  const code = element('input', { id: 'reject-code', value: 'Y100', size: 8 })
  const text = element('input', { id: 'reject-text', value: t('rejectDefault'), size: 44 })
  /** @param {{ kind: string, code?: string, text?: string }} decision */
  const order = (decision) => () =>
    desk.run(async () => {
      await call('POST', '/v1/practice/decisions', {
        body: { enterprise: desk.enterprise, businessKey, decision },
      })
      await desk.refresh()
    })
  return element(
    'div',
    {},
    element('p', {}, t('decisionHelp')),
    element(
      'div',
      { className: 'line' },
      button(t('release'), order({ kind: 'release' }), 'primary'),
      button(t('examine'), order({ kind: 'examine' })),
      button(t('inspect'), order({ kind: 'inspect' })),
    ),
    element(
      'div',
      { className: 'line' },
      element('label', { htmlFor: 'reject-code' }, t('rejectCode')),
      code,
      element('label', { htmlFor: 'reject-text' }, t('rejectText')),
      text,
      button(
        t('reject'),
        () => order({ kind: 'reject', code: code.value.trim(), text: text.value.trim() })(),
        'bad',
      ),
    ),
  )
}

/**
 * The newest batches of an enterprise.
 * @param {Pick<Desk, 'enterprise'>} desk
 */
export async function showBatches({ enterprise }) {
  const { batches } = await call('GET', '/v1/practice/batches', { query: { enterprise } })
  byId('batches').replaceChildren(
    batches.length
      ? table(
          t('batches'),
          [t('batch'), t('time'), t('status'), t('count'), t('size')],
          batches.map((/** @type {any} */ one) => [
            one.id,
            clock(one.receivedAt),
            t(`batch-${one.state}`),
            one.documents,
            one.bytes,
          ]),
        )
      : element('p', {}, t('noBatches')),
  )
}

/** The statistics desk, over all enterprises. */
export async function showCounts() {
  const { counts } = await call('GET', '/v1/practice/statistics')
  byId('counts').replaceChildren(
    table(
      t('counts'),
      [t('enterpriseCode'), t('zone'), t('kind'), t('status'), t('count')],
      counts.map((/** @type {any} */ one) => [
        one.enterprise,
        one.zone,
        t(one.message),
        statusText(one.status),
        one.count,
      ]),
    ),
  )
}
