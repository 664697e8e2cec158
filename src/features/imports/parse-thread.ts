// Runs in a thread of its own, which open-parser.ts starts and ends: it reads what came from outside, and nothing else.
import { parentPort } from 'node:worker_threads';
import { describeFile } from './describe-file.js';
import type { ImportFile } from './import-file.js';
import { ImportFileError } from './import-file-error.js';
import { createRowJudge, type Verdict } from './judge-rows.js';
import type { ParseAnswer, ParseRequest } from './parse-protocol.js';
import { readFile } from './read-file.js';

let file: ImportFile | null = null;
let batches: AsyncGenerator<Verdict[], void> | null = null;

async function answer(request: ParseRequest): Promise<ParseAnswer> {
  switch (request.kind) {
    case 'OPEN': {
      const { content, options } = request;
      file = await readFile(content, options);
      const { encoding, warnings } = file;
      // To the end once, before anything is written: a file that breaks further down is not half imported.
      const totalRows = await file.countRows();
      return { kind: 'OPENED', file: { encoding, totalRows, warnings } };
    }
    case 'PREVIEW': {
      const { content, options, judging } = request;
      const preview = await describeFile(await readFile(content, options), judging);
      return { kind: 'PREVIEWED', preview };
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
    case 'CLOSE':
      await batches?.return();
      file = null;
      batches = null;
      return { kind: 'READY' };
  }
}

async function* judgedBatches(
  opened: ImportFile,
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
      if (!(error instanceof ImportFileError)) throw error;
      const message = error.problems.map((problem) => problem.message).join(' ');
      parentPort?.postMessage({ kind: 'UNREADABLE', message } satisfies ParseAnswer);
    },
  );
});
