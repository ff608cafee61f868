// ESLint rule workbook/layers: imports run in one direction, and src/lib stays pure.
import { isTest, layerOf, layerProblem } from './layers.mjs'

/** Names of the browser, of Node and of the network that pure code does not touch. */
const outside = new Set(
  'window document navigator location history localStorage sessionStorage indexedDB fetch XMLHttpRequest WebSocket Worker caches alert process Buffer console require'.split(
    ' ',
  ),
)

const text = (node) =>
  node?.type === 'Literal' && typeof node.value === 'string'
    ? node.value
    : node?.type === 'TemplateLiteral' && node.quasis.length === 1
      ? node.quasis[0].value.cooked
      : null

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      import: '{{problem}}',
      global:
        'src/lib reads the global "{{name}}". src/lib may use only the language itself, so that it runs in Node, in a worker and in the page alike. Take the value as an argument, or move this code up to src/components.',
    },
  },
  create(context) {
    const file = context.physicalFilename
    const check = (node, source) => {
      const specifier = text(source)
      const problem = specifier === null ? null : layerProblem(file, specifier)
      if (problem !== null) context.report({ node, messageId: 'import', data: { problem } })
    }
    const isPure = layerOf(file) === 'lib' && !isTest(file)
    return {
      ImportDeclaration: (node) => check(node, node.source),
      ExportNamedDeclaration: (node) => node.source && check(node, node.source),
      ExportAllDeclaration: (node) => check(node, node.source),
      ImportExpression: (node) => check(node, node.source),
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal),
      'Program:exit'(program) {
        if (!isPure) return
        const report = (identifier) =>
          outside.has(identifier.name) &&
          context.report({
            node: identifier,
            messageId: 'global',
            data: { name: identifier.name },
          })
        const visit = (scope) => {
          for (const reference of scope.references) {
            const isGlobal = (reference.resolved?.defs.length ?? 0) === 0
            if (isGlobal && !reference.isTypeReference) report(reference.identifier)
          }
          scope.childScopes.forEach(visit)
        }
        visit(context.sourceCode.getScope(program))
      },
      MemberExpression(node) {
        if (!isPure || node.object.type !== 'Identifier') return
        if (!['globalThis', 'self'].includes(node.object.name)) return
        const name = node.computed ? text(node.property) : node.property.name
        if (outside.has(name)) context.report({ node, messageId: 'global', data: { name } })
      },
    }
  },
}
