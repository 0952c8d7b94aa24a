import { call, hasToken, Refused, setToken } from './api.js'
import { byId, element } from './dom.js'
import { fillSearch, showBatches, showCounts, showDocuments } from './documents.js'
import { faultOfForm, fillClock, fillFaultForm, showAccounts, showFaults, showSnapshots } from './steering.js'
import { currentLanguage, switchLanguage, t } from './text.js'

/**
 * What the parts of the page share: the chosen enterprise, and how work is run and shown again.
 * @typedef {{ enterprise: string, run: (work: () => Promise<void>) => void, refresh: () => Promise<void> }} Desk
 */

/** @type {Desk} */
const desk = { enterprise: '', run, refresh }

/** @param {string} text */
function say(text, isBad = false) {
  const said = byId('said')
  said.textContent = text
  said.className = isBad ? 'bad' : ''
}

/**
 * Do something and say how it went; a refusal is said in the service's own words.
 * @param {() => Promise<void>} work
 */
function run(work) {
  say('')
  work().then(
    () => say(byId('said').textContent || t('done')),
    (error) => {
      if (error instanceof Refused && error.status === 401) signOut()
      say(error instanceof Refused ? error.text(currentLanguage()) : t('unreachable'), true)
    },
  )
}

function signOut() {
  setToken('')
  byId('sign-in').hidden = false
  byId('desk').hidden = true
  byId('token').focus()
}

async function refresh() {
  const { serverTime, database, enterprises } = await call('GET', '/v1/practice/overview')
  const time = new Date(serverTime).toLocaleString('zh-CN', { hour12: false, timeZone: 'Asia/Shanghai' })
  byId('facts').textContent =
    `${t('serverTime')} ${time} · ${database === 'pglite' ? 'PGlite' : 'PostgreSQL'}`
  byId('sign-in').hidden = true
  byId('desk').hidden = false
  if (!enterprises.some((/** @type {{ code: string }} */ { code }) => code === desk.enterprise))
    desk.enterprise = enterprises[0]?.code ?? ''
  byId('enterprises').replaceChildren(
    ...(enterprises.length === 0 ? [element('li', {}, t('noEnterprises'))] : []),
    ...enterprises.map((/** @type {{ code: string, receipts: number }} */ { code, receipts }) =>
      element(
        'li',
        {},
        element(
          'button',
          {
            type: 'button',
            'aria-current': String(code === desk.enterprise),
            onclick: () => {
              desk.enterprise = code
              run(refresh)
            },
          },
          code,
          element('small', {}, `${receipts} ${t('receipts')}`),
        ),
      ),
    ),
  )
  fillFaultForm(desk)
  const own = desk.enterprise ? [showDocuments(desk), showBatches(desk)] : []
  if (!desk.enterprise) {
    byId('documents').replaceChildren(element('p', {}, t('chooseEnterprise')))
    byId('batches').replaceChildren()
  }
  await Promise.all([...own, showCounts(), showFaults(), showSnapshots(desk), showAccounts(desk)])
}

function speak() {
  const isChinese = currentLanguage() === 'zh'
  document.documentElement.lang = isChinese ? 'zh-CN' : 'en'
  document.title = t('title')
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-text]'))) {
    place.textContent = t(place.dataset.text ?? '')
  }
  const other = byId('language')
  other.textContent = isChinese ? 'English' : '中文'
  other.lang = isChinese ? 'en' : 'zh-CN'
  fillSearch()
  fillClock(desk)
  fillFaultForm(desk)
}

/**
 * @param {Element | null} form
 * @param {() => Promise<void>} work
 */
const onSubmit = (form, work) =>
  form?.addEventListener('submit', (event) => {
    event.preventDefault()
    run(work)
  })

byId('language').onclick = () => {
  switchLanguage()
  speak()
  if (hasToken()) run(refresh)
}
byId('refresh').onclick = () => run(refresh)
onSubmit(byId('sign-in').querySelector('form'), async () => {
  setToken(byId('token').value)
  byId('token').value = ''
  await refresh()
})
onSubmit(byId('find'), () => showDocuments(desk))
onSubmit(byId('fault'), async () => {
  await call('POST', '/v1/practice/faults', { body: [faultOfForm()] })
  await showFaults()
})
byId('clear-faults').onclick = () =>
  run(async () => {
    await call('DELETE', '/v1/practice/faults')
    await showFaults()
  })
onSubmit(byId('account'), async () => {
  const enterprise = byId('account-code').value.trim()
  const { enrolmentCode } = await call('POST', '/v1/practice/accounts', { body: { enterprise } })
  await showAccounts(desk)
  say(`${t('enrolment')}（${enterprise}）：${enrolmentCode}`)
})

speak()
if (hasToken()) run(refresh)
else byId('token').focus()
