// ESLint rule workbook/no-component-arithmetic: components, chapters and pages hold markup, src/lib computes.
import { isTest, layerOf } from './layers.mjs'

const binary = new Set(['+', '-', '*', '/', '%', '**'])
const assignment = new Set(['+=', '-=', '*=', '/=', '%=', '**='])
const indexName = /^(?:i|index|row|column|position)$|[a-z]Index$/

/** The expression without parentheses, assertions and optional chains. */
const bare = (node) =>
  ['TSAsExpression', 'TSNonNullExpression', 'TSSatisfiesExpression', 'ChainExpression'].includes(
    node.type,
  )
    ? bare(node.expression)
    : node

const isInteger = (node) => {
  const expression = bare(node)
  return expression.type === 'UnaryExpression' && expression.operator === '-'
    ? isInteger(expression.argument)
    : expression.type === 'Literal' && Number.isInteger(expression.value)
}

/** An index, a length, or a sum of these with whole numbers. */
const isIndex = (node) => {
  const expression = bare(node)
  if (expression.type === 'Identifier') return indexName.test(expression.name)
  if (expression.type === 'MemberExpression')
    return !expression.computed && expression.property.name === 'length'
  return expression.type === 'BinaryExpression' && isIndexArithmetic(expression)
}

const isIndexArithmetic = ({ operator, left, right }) =>
  binary.has(operator) &&
  [left, right].every((side) => isIndex(side) || isInteger(side)) &&
  [left, right].some(isIndex)

const isText = (node) => {
  const expression = bare(node)
  return (
    (expression.type === 'Literal' && typeof expression.value === 'string') ||
    expression.type === 'TemplateLiteral' ||
    (expression.type === 'BinaryExpression' &&
      expression.operator === '+' &&
      [expression.left, expression.right].some(isText))
  )
}

/** True for the outermost of nested operations, so that one sum is reported once. */
const isOutermost = (node) => {
  let parent = node.parent
  while (parent && bare(parent) !== parent) parent = parent.parent
  return !(parent?.type === 'BinaryExpression' && binary.has(parent.operator))
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      arithmetic:
        '"{{code}}" computes in {{place}}. Only steps over index values are allowed there: i, index, row, column, position, a name that ends in Index, or .length, with whole numbers. Move the computation into a function of src/lib, where it has a test, and call that.{{hint}}',
      text: '"{{code}}" joins text with +. Use a template literal: `${a}${b}`. (The operator + is kept for index values in {{place}}.)',
    },
  },
  create(context) {
    const file = context.physicalFilename
    const layer = layerOf(file)
    if (!['components', 'content', 'pages'].includes(layer) || isTest(file)) return {}
    const report = (node, messageId) => {
      const mayBeText = ['+', '+='].includes(node.operator)
      const code = context.sourceCode.getText(node).replace(/\s+/g, ' ')
      const data = {
        code: code.length > 60 ? `${code.slice(0, 57)}…` : code,
        place: `src/${layer}`,
        hint: mayBeText ? ' If it joins text, use a template literal.' : '',
      }
      context.report({ node, messageId, data })
    }
    return {
      BinaryExpression(node) {
        if (!binary.has(node.operator) || !isOutermost(node) || isIndexArithmetic(node)) return
        report(node, isText(node) ? 'text' : 'arithmetic')
      },
      AssignmentExpression(node) {
        if (!assignment.has(node.operator)) return
        if (isIndex(node.left) && (isIndex(node.right) || isInteger(node.right))) return
        report(node, node.operator === '+=' && isText(node.right) ? 'text' : 'arithmetic')
      },
      UpdateExpression(node) {
        if (!isIndex(node.argument)) report(node, 'arithmetic')
      },
    }
  },
}
