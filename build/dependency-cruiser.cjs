/** The fences between the layers. build/fences.test.ts plants one violation of each and expects it to be found. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
const test = '\\.test\\.tsx?$|\\.browser\\.test\\.tsx?$'

/** The folders of shared from the ground up: one knows only those on the floors below it. */
const floors = [
  ['money', 'time'],
  ['model'],
  ['import-tax', 'matching', 'network', 'rules', 'table'],
  ['codes', 'tariff'],
  ['ceb', 'print'],
  ['dxp', 'entry', 'evidence', 'protocol'],
  ['control', 'pack', 'people', 'rebate', 'release'],
  ['audit-file', 'backup', 'filing', 'import', 'provenance', 'zones'],
  ['declaration', 'forex', 'ipc', 'reference'],
  ['policy', 'retention', 'summary'],
  ['departure'],
  ['merge', 'returns'],
]
const floorFence = (folder, floor) =>
  forbid(
    'shared-floors',
    { path: `^shared/${folder}/`, pathNot: test },
    {
      path: '^shared/[^/]+/',
      pathNot: `^shared/(${[folder, ...floors.slice(0, floor).flat()].join('|')})/`,
    },
    'a folder of shared knows only those below it',
  )

module.exports = {
  forbidden: [
    forbid(
      'shared-is-pure',
      { path: '^shared/', pathNot: test },
      { path: '^(electron|renderer|test|build)/' },
      'shared imports nobody',
    ),
    forbid(
      'shared-has-no-platform',
      { path: '^shared/', pathNot: test },
      { dependencyTypes: ['core'] },
      'time, files, crypto and text decoding come as arguments',
    ),
    forbid(
      'shared-has-few-libraries',
      { path: '^shared/', pathNot: test },
      {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|saxes|fflate)/',
      },
      'the domain runs anywhere',
    ),
    ...floors.flatMap((folders, floor) => folders.map((folder) => floorFence(folder, floor))),
    forbid(
      'renderer-knows-shared-only',
      { path: '^renderer/', pathNot: test },
      { path: '^(electron|test|build)/' },
      'the page never reaches the shell',
    ),
    forbid(
      'electron-knows-shared-only',
      { path: '^electron/', pathNot: test },
      { path: '^(renderer|test|build)/' },
      'the shell never reaches the page',
    ),
    forbid(
      'features-stand-alone',
      { path: '^renderer/features/([^/]+)/' },
      { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
      'rooms meet through app/navigation and the data port',
    ),
    forbid(
      'components-know-no-room',
      { path: '^renderer/components/' },
      { path: '^renderer/features/' },
      'components are for every room',
    ),
    forbid(
      'dexie-in-data-only',
      { path: '^renderer/', pathNot: '^renderer/data/' },
      { path: 'node_modules/dexie' },
      'one owner of the database',
    ),
    forbid(
      'grid-library-in-grid-only',
      { path: '^renderer/', pathNot: '^renderer/components/grid/' },
      { path: '(^|node_modules/)(ag-grid|@ag-grid|react-data-grid|@revolist)' },
      'one wrapper around the grid',
    ),
    forbid(
      'no-electron-in-practice',
      { path: '^electron/(practice|cli)/', pathNot: test },
      { path: 'node_modules/electron/' },
      'they also run without the app',
    ),
    forbid(
      'no-cycles',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
      'a cycle hides which is the base',
    ),
    // The stand-in for Electron has the shape of Electron's own types, which know each other.
    forbid(
      'no-cycles-of-types',
      { path: '^(shared|electron|renderer)/' },
      { circular: true },
      'a type that two files share has a file of its own',
    ),
    forbid(
      'not-to-unresolvable',
      {},
      { couldNotResolve: true, pathNot: '^(electron|virtual:)|\\?worker' },
      'a typo, or a package that is not declared',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|out)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
