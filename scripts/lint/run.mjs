// npm run lint: ESLint over the project, then the data rows; ends with "N passed, N failed" (files).
import path from 'node:path'
import { ESLint } from 'eslint'
import { checkData } from './check-data.mjs'

const root = path.resolve(import.meta.dirname, '../..')
const results = await new ESLint({ cwd: root }).lintFiles(['.'])
const data = checkData(path.join(root, 'src/data'))

const problems = [
  ...results.flatMap(({ filePath, messages }) =>
    messages.map(({ line, column, ruleId, message }) => ({
      file: `${filePath}:${line ?? 1}:${column ?? 1}`,
      rule: ruleId ?? 'syntax',
      message,
    })),
  ),
  ...data.problems,
]
for (const { file, rule, message } of problems)
  console.log(`${path.relative(root, file)}  ${rule}\n  ${message}`)

const failed = new Set(problems.map(({ file }) => file.replace(/:\d+:\d+$/, ''))).size
const passed = results.length + data.checked - failed
console.log(`lint: ${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
