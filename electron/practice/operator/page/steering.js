import { call } from './api.js'
import { button, byId, element, option, table } from './dom.js'
import { namesOf, t } from './text.js'

/** @typedef {import('./page.js').Desk} Desk */

/**
 * Fill the choices of the fault form; again when the language changes.
 * @param {Desk} desk
 */
export function fillFaultForm(desk) {
  /**
   * @param {string} id
   * @param {HTMLOptionElement[]} options
   */
  const fill = (id, options) => {
    const select = byId(id)
    const { value } = select
    select.replaceChildren(...options)
    if (value) select.value = value
  }
  fill(
    'fault-kind',
    namesOf('fault-').map((kind) => option(kind, t(`fault-${kind}`))),
  )
  fill(
    'fault-operation',
    namesOf('op-').map((operation) => option(operation, t(`op-${operation}`))),
  )
  fill('fault-scope', [
    option('', t('everyEnterprise')),
    ...(desk.enterprise ? [option(desk.enterprise)] : []),
  ])
}

export async function showFaults() {
  const { faults } = await call('GET', '/v1/practice/faults')
  byId('faults').replaceChildren(
    faults.length
      ? table(
          t('faults'),
          [t('fault'), t('operation'), t('scope'), t('times')],
          faults.map((/** @type {any} */ one) => [
            `${t(`fault-${one.kind}`)}${one.value === undefined ? '' : ` ${one.value}`}`,
            t(`op-${one.operation}`),
            one.enterprise ?? t('everyEnterprise'),
            one.times,
          ]),
        )
      : element('p', {}, t('noFaults')),
  )
}

/** The fault that the form describes. */
export function faultOfForm() {
  /** @param {string} id */
  const number = (id) => (byId(id).value === '' ? undefined : Number(byId(id).value))
  const value = number('fault-value')
  const enterprise = byId('fault-scope').value
  return {
    kind: byId('fault-kind').value,
    operation: byId('fault-operation').value,
    times: number('fault-times') ?? 1,
    ...(enterprise ? { enterprise } : {}),
    ...(value === undefined ? {} : { value }),
  }
}

/** @param {Desk} desk */
export function fillClock(desk) {
  /**
   * @param {string} name
   * @param {number} seconds
   */
  const step = (name, seconds) =>
    button(t(name), () =>
      desk.run(async () => {
        await call('POST', '/v1/practice/clock', { body: { seconds } })
        await desk.refresh()
      }),
    )
  byId('clock').replaceChildren(step('minute', 60), step('hour', 3_600), step('day', 86_400))
}

/** @param {Desk} desk */
export async function showSnapshots(desk) {
  const { enterprise } = desk
  const place = byId('snapshots')
  if (!enterprise) return place.replaceChildren(element('p', {}, t('chooseEnterprise')))
  const { snapshots } = await call('GET', '/v1/practice/snapshots', { query: { enterprise } })
  /** @param {number} number */
  const goBack = (number) => () => {
    if (!confirm(t('sureBack'))) return
    desk.run(async () => {
      await call('POST', '/v1/practice/restore', { body: { enterprise, number } })
      await desk.refresh()
    })
  }
  place.replaceChildren(
    element(
      'div',
      { className: 'line' },
      button(t('snapshot'), () =>
        desk.run(async () => {
          await call('POST', '/v1/practice/snapshots', { body: { enterprise } })
          await desk.refresh()
        }),
      ),
      button(t('backToNothing'), goBack(0), 'bad'),
    ),
    ...(snapshots.length
      ? [
          table(
            t('restore'),
            ['#', t('time'), ''],
            snapshots.map((/** @type {{ number: number, takenAt: string }} */ { number, takenAt }) => [
              number,
              new Date(takenAt).toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' }),
              button(t('back'), goBack(number), 'bad'),
            ]),
          ),
        ]
      : []),
  )
}

/** @param {Desk} desk */
export async function showAccounts(desk) {
  const { accounts } = await call('GET', '/v1/practice/accounts')
  byId('accounts').replaceChildren(
    accounts.length
      ? table(
          t('accounts'),
          [t('enterpriseCode'), t('keys'), t('openCodes'), ''],
          accounts.map((/** @type {any} */ one) => [
            one.enterprise,
            one.publicKeys.length,
            one.openEnrolments,
            button(t('remove'), () =>
              desk.run(async () => {
                await call('DELETE', '/v1/practice/accounts', { query: { enterprise: one.enterprise } })
                await showAccounts(desk)
              }),
            ),
          ]),
        )
      : element('p', {}, t('noAccounts')),
  )
}
