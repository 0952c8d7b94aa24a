import { mergeConfig } from 'vitest/config'
import base from '../../../build/vitest.config'
import { planted } from './planted'

/** The tests as they are, over a source with one mistake in it. */
const projects = base.test!.projects!.map((project) =>
  typeof project === 'object' && 'test' in project
    ? { ...project, plugins: [...(project.plugins ?? []), ...planted()] }
    : project,
)

export default mergeConfig({ ...base, test: { ...base.test, projects: [] } }, { test: { projects } })
