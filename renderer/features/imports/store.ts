import { proxy } from 'comlink'
import { create } from 'zustand'
import type { ImportOptions } from '#shared/import/profile'
import type { Mapping } from '#shared/table/mapping'
import type { FileKind } from '#shared/model/import-report'
import { describeFailure } from '../../components/failure'
import type { BookPort, ImportProgress, ImportResult, ImportView, ShopMapping } from '../../data/port'
import { byKind, isReady, jobOf, profileOf, type Plan } from './plan'
import { remember, rememberedFor } from './remember'

type Port = BookPort
type State = { port?: Port; plans: readonly Plan[]; selected?: string }

/**
 * Files being imported. They live outside the room, so that work goes on while the officer is elsewhere; another book
 * starts with none.
 */
export const useImports = create<State>(() => ({ plans: [] }))

export function useBookOfImports(port: Port): void {
  if (useImports.getState().port !== port) useImports.setState({ port, plans: [], selected: undefined })
}

const planOf = (id: string) => useImports.getState().plans.find((plan) => plan.id === id)

function change(id: string, part: Partial<Plan>): void {
  useImports.setState(({ plans }) => ({
    plans: plans.map((plan) => (plan.id === id ? { ...plan, ...part } : plan)),
  }))
}

export const select = (id: string) => useImports.setState({ selected: id })

export function removePlan(id: string): void {
  useImports.setState(({ plans, selected }) => {
    const rest = plans.filter((plan) => plan.id !== id)
    return { plans: rest, selected: selected === id ? rest.at(-1)?.id : selected }
  })
}

/** Take files in and look at each; `like` repeats the settings of an import that was interrupted. */
export function addFiles(port: Port, kind: FileKind, files: readonly File[], like?: ImportView): void {
  const plans = files.map((file): Plan => {
    const id = crypto.randomUUID()
    const settings = like && {
      profile: like.profile,
      answers: like.options as ImportOptions,
      update: like.update,
      ...(like.map && { map: like.map as Mapping }),
    }
    return {
      id,
      file,
      kind,
      phase: 'reading',
      asked: [],
      answers: {},
      profile: 'auto',
      update: false,
      remembered: [],
      ...settings,
    }
  })
  useImports.setState((state) => ({ plans: [...state.plans, ...plans], selected: plans[0]?.id }))
  for (const { id } of plans) void look(port, id, like === undefined)
}

/** Preview as the plan is set up now. The first look also takes what is remembered about the shop. */
async function look(port: Port, id: string, first: boolean): Promise<void> {
  const plan = planOf(id)
  if (!plan) return
  try {
    const { sheet } = plan.answers
    const outcome = await port.previewFile(plan.file, jobOf({ ...plan, answers: sheet ? { sheet } : {} }))
    if (!outcome.ok) return change(id, { phase: 'refused', refusal: outcome.refusal })
    const { preview } = outcome
    const remembered = await rememberedFor(port, plan.kind, profileOf({ ...plan, preview }), preview)
    const asked = [...plan.asked.filter((question) => sheet && question.id === 'sheet'), ...preview.questions]
    change(id, { phase: 'setup', preview, asked, remembered, refusal: undefined })
    if (first && remembered.length === 1) applyRemembered(port, id, remembered[0]!)
  } catch (error) {
    change(id, { phase: 'failed', failure: describeFailure(error) })
  }
}

/** Answers and columns of one shop as they were the last time. */
export function applyRemembered(port: Port, id: string, mapping: ShopMapping): void {
  const { options, map } = mapping
  change(id, { answers: options as ImportOptions, ...(map && { map: map as Mapping }) })
  if (map) void look(port, id, false)
}

export function answer(port: Port, id: string, key: string, value: string): void {
  change(id, { answers: { ...planOf(id)?.answers, [key]: value } })
  if (key === 'sheet') void look(port, id, false)
}
export const setUpdate = (id: string, update: boolean) => change(id, { update })

export function chooseProfile(port: Port, id: string, profile: string): void {
  change(id, { profile, map: undefined })
  void look(port, id, false)
}

export function bindColumns(port: Port, id: string, map: Mapping): void {
  change(id, { map })
  void look(port, id, false)
}

/** Import every file that is ready, one after the other. */
export async function startReady(port: Port, why: string): Promise<void> {
  const ready = useImports.getState().plans.filter(isReady)
  for (const { id } of ready) change(id, { phase: 'queued' })
  if (useImports.getState().plans.some(isWorking)) return
  for (;;) {
    const next = useImports
      .getState()
      .plans.filter(({ phase }) => phase === 'queued')
      .sort(byKind)[0]
    if (!next || useImports.getState().port !== port) return
    useImports.setState({ selected: next.id })
    await run(port, next.id, why)
  }
}

const isWorking = ({ phase }: Plan) => phase === 'running' || phase === 'cancelling'

async function run(port: Port, id: string, why: string): Promise<void> {
  const plan = planOf(id)!
  const startedAt = performance.now()
  change(id, { phase: 'running', startedAt, elapsedMs: 0 })
  const onProgress = (progress: ImportProgress) =>
    change(id, { progress, elapsedMs: performance.now() - startedAt })
  try {
    await remember(port, plan, why)
    const result = await port.importFile(plan.file, jobOf(plan), proxy(onProgress) as never)
    change(id, ended(result as ImportResult))
  } catch (error) {
    change(id, { phase: 'failed', failure: describeFailure(error) })
  }
}

function ended(result: ImportResult): Partial<Plan> {
  if (result.ok) return { phase: 'done', view: result.view }
  if ('refusal' in result) return { phase: 'refused', refusal: result.refusal }
  return { phase: 'cancelled', view: result.view }
}

/** Stop the running import; what it brought is taken out again. */
export async function cancelRunning(port: Port, id: string): Promise<void> {
  change(id, { phase: 'cancelling' })
  await port.cancelImport()
}
