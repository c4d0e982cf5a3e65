import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';
import ts from 'typescript';

/** The folder that holds `core`, as a URL. */
export const sourceRoot = new URL('../../../', import.meta.url);

/** An exported function with the text of its TSDoc, '' without one, and its examples, each on one line. */
export interface ExportedFunction {
  readonly name: string;
  readonly text: string;
  readonly examples: readonly string[];
}

/** What one source file exports and what it imports by name: the local name, and where it comes from. */
export interface SourceFile {
  readonly file: string;
  readonly functions: readonly ExportedFunction[];
  readonly exported: readonly string[];
  readonly imported: ReadonlyMap<string, { readonly file: string; readonly name: string }>;
}

/** The source files below `folder`, such as `core/demand`, without tests and what only tests use. */
export function readSourceFiles(folder: string): readonly SourceFile[] {
  return readdirSync(new URL(folder, sourceRoot), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : readSourceFiles(path);
    return path.endsWith('.ts') && !path.endsWith('.test.ts') ? [readSourceFile(path)] : [];
  });
}

function readSourceFile(file: string): SourceFile {
  const source = ts.createSourceFile(file, readFileSync(new URL(file, sourceRoot), 'utf8'), ts.ScriptTarget.Latest, true);
  const functions: ExportedFunction[] = [];
  const exported: string[] = [];
  const imported = new Map<string, { file: string; name: string }>();
  for (const statement of source.statements) {
    if (ts.isImportDeclaration(statement)) readImports(statement, file, imported);
    if (!ts.canHaveModifiers(statement) || !isExport(statement)) continue;
    for (const [name, isFunction] of declarationsOf(statement)) {
      exported.push(name);
      if (isFunction) functions.push({ name, ...documentationOf(statement) });
    }
  }
  return { file, functions, exported, imported };
}

function isExport(statement: ts.HasModifiers): boolean {
  return ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

/** The values a statement declares, each with whether it is a function. */
function declarationsOf(statement: ts.Statement): readonly (readonly [string, boolean])[] {
  if (ts.isFunctionDeclaration(statement)) return [[statement.name?.text ?? 'default', true]];
  if (!ts.isVariableStatement(statement)) return [];
  return statement.declarationList.declarations.map(({ name, initializer }) => [
    name.getText(),
    initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  ]);
}

function documentationOf(statement: ts.Node): { readonly text: string; readonly examples: readonly string[] } {
  const text = ts.getJSDocCommentsAndTags(statement).map((part) => part.getText());
  const examples = ts.getJSDocTags(statement).filter(({ tagName }) => tagName.text === 'example');
  return {
    text: text.join(' ').replace(/\s+(?:\* )?/g, ' '),
    examples: examples.map(({ comment }) => (ts.getTextOfJSDocComment(comment) ?? '').replace(/\s+/g, ' ').trim()),
  };
}

function readImports(
  { importClause, moduleSpecifier }: ts.ImportDeclaration,
  file: string,
  imported: Map<string, { file: string; name: string }>,
): void {
  const names = importClause?.namedBindings;
  if (!ts.isStringLiteral(moduleSpecifier) || names === undefined || !ts.isNamedImports(names)) return;
  const path = moduleSpecifier.text;
  const target = path.startsWith('#') ? path.slice(1) : join(dirname(file), path);
  for (const { name, propertyName, isTypeOnly } of names.elements) {
    if (!isTypeOnly) imported.set(name.text, { file: target, name: propertyName?.text ?? name.text });
  }
}
