// Runs in a thread of its own, which open-parser.ts starts and ends: it reads what came from outside, and nothing else.
import { parentPort } from 'node:worker_threads';
import { CsvFileError } from './csv-file-error.js';
import { createRowJudge, type Verdict } from './judge-rows.js';
import type { ParseAnswer, ParseRequest } from './parse-protocol.js';
import { type CsvFile, readCsv } from './read-csv.js';

let file: CsvFile | null = null;
let batches: AsyncGenerator<Verdict[], void> | null = null;

async function answer(request: ParseRequest): Promise<ParseAnswer> {
  switch (request.kind) {
    case 'OPEN': {
      const { content, delimiter } = request;
      file = readCsv(content, delimiter === null ? {} : { delimiter });
      const { encoding, warnings } = file;
      // To the end once, before anything is written: a file that breaks further down is not half imported.
      const totalRows = await file.countRows();
      return { kind: 'OPENED', file: { encoding, totalRows, warnings } };
    }
    case 'JUDGE':
      if (file === null) throw new Error('No file is open.');
      batches = judgedBatches(file, request);
      return { kind: 'READY' };
    case 'NEXT': {
      if (batches === null) throw new Error('No file is judged.');
      const next = await batches.next();
      return { kind: 'BATCH', verdicts: next.done ? null : next.value };
    }
  }
}

async function* judgedBatches(
  opened: CsvFile,
  { options, afterLine, batchSize }: Extract<ParseRequest, { kind: 'JUDGE' }>,
): AsyncGenerator<Verdict[], void> {
  const judge = createRowJudge({ ...options, file: opened });
  let batch: Verdict[] = [];
  for await (const row of opened.rows()) {
    const verdict = judge(row);
    if (verdict.line > afterLine) batch.push(verdict);
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

parentPort?.on('message', (request: ParseRequest) => {
  answer(request).then(
    (told) => parentPort?.postMessage(told),
    (error: unknown) => {
      if (!(error instanceof CsvFileError)) throw error;
      const message = error.problems.map((problem) => problem.message).join(' ');
      parentPort?.postMessage({ kind: 'UNREADABLE', message } satisfies ParseAnswer);
    },
  );
});
