import ts from 'typescript';

/** One small mistake somebody could make in a rule: a condition forgotten, turned round, or off by one. */
export interface Mutant {
  /** Where it is and what is different, for whoever has to look for it. */
  readonly name: string;
  readonly file: string;
  readonly text: string;
}

const TURNED: Readonly<Partial<Record<ts.SyntaxKind, readonly string[]>>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: ['!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: ['==='],
  [ts.SyntaxKind.LessThanToken]: ['<=', '>='],
  [ts.SyntaxKind.LessThanEqualsToken]: ['<', '>'],
  [ts.SyntaxKind.GreaterThanToken]: ['>=', '<='],
  [ts.SyntaxKind.GreaterThanEqualsToken]: ['>', '<'],
};

/** Either side alone: for a conjunct left out, an alternative forgotten, a default not taken. */
const JOINING = [
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
];

/** Written out, because the file a verdict stands in may not know the word for another one. */
const VERDICTS: Readonly<Record<string, string>> = {
  allow: 'allowed: true as const',
  unseen: "allowed: false as const, refused: 'unseen' as const",
  forbidden: "allowed: false as const, refused: 'forbidden' as const",
};

const ALL_OR_ANY: Readonly<Record<string, string>> = { some: 'every', every: 'some' };
const ANSWERS_YES_OR_NO = ['some', 'every', 'includes'];

/** Every mutant of one file of rules, each a whole text of its own. */
export function mutantsOf(file: string, text: string): Mutant[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Mutant[] = [];
  const instead = (node: ts.Node, ...replacements: string[]): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    for (const replacement of replacements) {
      found.push({
        name: `${file}:${line + 1} «${inOneLine(node.getText())}» became «${inOneLine(replacement)}»`,
        file,
        text: text.slice(0, node.getStart()) + replacement + text.slice(node.getEnd()),
      });
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isImportDeclaration(node)) return;
    mutate(node, instead);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function mutate(node: ts.Node, instead: (node: ts.Node, ...replacements: string[]) => void): void {
  if (ts.isBinaryExpression(node)) {
    const { left, right, operatorToken } = node;
    if (JOINING.includes(operatorToken.kind)) instead(node, `(${left.getText()})`, `(${right.getText()})`);
    instead(operatorToken, ...(TURNED[operatorToken.kind] ?? []));
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    instead(node, node.operand.getText());
  }
  if (ts.isConditionalExpression(node)) {
    instead(node, `(${node.whenTrue.getText()})`, `(${node.whenFalse.getText()})`);
  }
  if (ts.isIfStatement(node)) instead(node.expression, 'true', 'false');
  if (ts.isCallExpression(node)) mutateCall(node, instead);
  if (node.kind === ts.SyntaxKind.TrueKeyword) instead(node, 'false');
  if (node.kind === ts.SyntaxKind.FalseKeyword) instead(node, 'true');
  if (ts.isNumericLiteral(node)) instead(node, String(Number(node.text) + 1));
  if (ts.isStringLiteral(node) && isAnAnswer(node)) instead(node, `'something else'`);
  if (ts.isArrayLiteralExpression(node) && node.elements.length > 1) {
    for (const left of node.elements) {
      const others = node.elements.filter((element) => element !== left);
      instead(node, `[${others.map((element) => element.getText()).join(', ')}]`);
    }
  }
}

function mutateCall(
  node: ts.CallExpression,
  instead: (node: ts.Node, ...replacements: string[]) => void,
): void {
  const { expression } = node;
  if (ts.isIdentifier(expression) && expression.text in VERDICTS) {
    const others = Object.keys(VERDICTS).filter((verdict) => verdict !== expression.text);
    instead(node, ...others.map((verdict) => `({ ${VERDICTS[verdict]}, because: 'another verdict' })`));
  }
  if (!ts.isPropertyAccessExpression(expression)) return;
  const method = expression.name.text;
  instead(expression.name, ...(method in ALL_OR_ANY ? [ALL_OR_ANY[method] ?? ''] : []));
  if (method === 'filter') instead(node, expression.expression.getText());
  if (ANSWERS_YES_OR_NO.includes(method)) instead(node, `!${node.getText()}`);
}

/** A word a rule answers with: returned, chosen by a condition, or the reason in an answer written out. */
function isAnAnswer({ parent }: ts.StringLiteral): boolean {
  return (
    ts.isReturnStatement(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition.kind !== ts.SyntaxKind.StringLiteral) ||
    (ts.isPropertyAssignment(parent) && parent.name.getText() === 'because')
  );
}

function inOneLine(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 90 ? `${line.slice(0, 88)} …` : line;
}
