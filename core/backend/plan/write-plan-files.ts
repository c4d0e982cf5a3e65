import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatDay } from '#core/base/calendar-day.ts';
import { formatGrains } from '#core/base/quantity.ts';
import { deliveredOrderLines, lateDemandLines } from './delivery-tables.ts';
import { exceptionText } from './exception-text.ts';
import { explanationJson } from './explanation-json.ts';
import { csvLine, exceptionLines, orderIdOf, plannedOrderLines, type PlanView } from './plan-tables.ts';
import { intercompanyLines, jointOrderLines, moveLines } from './proposal-tables.ts';
import type { PlanRun } from './run-plan.ts';
import { summarisePlan } from './summarise-plan.ts';

/** Rows asked of a worker in one message, and messages under way: enough to keep all workers busy while a file is written. */
const rowsPerQuestion = 128;
const questionsUnderWay = 8;

/**
 * Writes the files of a plan into a folder: what is planned, what needs a look, what people may decide on beside it (moves,
 * joint orders, documents between companies), what can be delivered in fact, and why. Each is written beside its place and
 * moved there when it is whole, so a cut leaves an old file or none. Errors: those of the file system and of the plan service.
 */
export async function writePlanFiles(folder: string, view: PlanView, run: PlanRun, withProjection: boolean): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeLines(join(folder, 'planned_orders.csv'), plannedOrderLines(view));
  await writeLines(
    join(folder, 'exceptions.csv'),
    exceptionLines(view, (exception) => exceptionText(view, exception)),
  );
  await writeLines(join(folder, 'moves.csv'), moveLines(view));
  await writeLines(join(folder, 'joint_orders.csv'), jointOrderLines(view));
  await writeLines(join(folder, 'intercompany.csv'), intercompanyLines(view));
  const networks = await run.deliver();
  await writeLines(join(folder, 'delivered_orders.csv'), deliveredOrderLines(view, networks));
  await writeLines(join(folder, 'late_demand.csv'), lateDemandLines(view, networks));
  await writeLines(join(folder, 'explain.jsonl'), explainLines(view, run));
  if (withProjection) await writeLines(join(folder, 'projection.csv'), projectionLines(view, run));
  const kpis = { ...summarisePlan(view), planDate: formatDay(view.frame.meta.planDay), horizonDays: view.frame.meta.horizonDays };
  const path = join(folder, 'kpis.json');
  await writeFile(`${path}.part`, `${JSON.stringify(kpis, null, 2)}\n`);
  await rename(`${path}.part`, path);
}

async function writeLines(path: string, lines: Iterable<string> | AsyncIterable<string>): Promise<void> {
  const part = `${path}.part`;
  try {
    await pipeline(Readable.from(inChunks(lines)), createWriteStream(part));
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Lines gathered into pieces that are worth a write. */
async function* inChunks(lines: Iterable<string> | AsyncIterable<string>): AsyncGenerator<string> {
  let chunk = '';
  for await (const line of lines) {
    chunk += line;
    if (chunk.length < 1 << 18) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** Answers to questions about rows 0 to `count`, in order, several questions ahead of the reader. */
async function* answers<Answer>(
  count: number,
  ask: (rows: readonly number[]) => Promise<readonly Answer[]>,
): AsyncGenerator<readonly [number, Answer]> {
  const asked: Promise<readonly Answer[]>[] = [];
  let next = 0;
  for (let row = 0; row < count;) {
    for (; asked.length < questionsUnderWay && next < count; next += rowsPerQuestion) {
      const first = next;
      asked.push(ask(Array.from({ length: Math.min(rowsPerQuestion, count - first) }, (_, index) => first + index)));
    }
    for (const answer of (await asked.shift()) ?? []) {
      yield [row, answer];
      row += 1;
    }
  }
}

async function* explainLines(view: PlanView, run: PlanRun): AsyncGenerator<string> {
  for await (const [order, explanation] of answers(view.result.meta.orders, run.explain)) {
    yield explanationJson(view, orderIdOf(view, order), explanation);
  }
}

async function* projectionLines({ frame, texts }: PlanView, run: PlanRun): AsyncGenerator<string> {
  yield 'item_id,site_id,date,demand,receipts_open,receipts_planned,balance,protected_level,stock_adjustment\n';
  for await (const [node, table] of answers(frame.meta.nodes, run.project)) {
    const item = texts.itemId(frame.nodeItem[node] ?? 0);
    const site = texts.siteId(frame.nodeSite[node] ?? 0);
    let lines = '';
    for (let day = 0; day < table.balance.length; day += 1) {
      const quantities = [
        table.demand[day],
        table.receiptsOpen[day],
        table.receiptsPlanned[day],
        table.balance[day],
        table.protectedLevel[day],
        // Stock that is released (+) or expires (-): with it every balance adds up from the one before.
        table.stockAdjustment[day],
      ];
      lines += csvLine([
        item,
        site,
        formatDay(table.firstDay + day),
        ...quantities.map((grains) => formatGrains(grains ?? 0, table.decimals)),
      ]);
    }
    yield lines;
  }
}
