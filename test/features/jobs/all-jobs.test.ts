import { expect, test } from 'vitest';
import { JOB_NAMES, jobCode, jobOfCode } from '../../../src/domain/nightly-jobs.js';
import { NIGHTLY_JOBS } from '../../../src/features/jobs/all-jobs.js';

test('each job of the table runs under its own name, in the order of the night', () => {
  expect(NIGHTLY_JOBS.map(({ name }) => name)).toEqual(JOB_NAMES);
});

test('the code of a job leads back to its name', () => {
  expect(JOB_NAMES.map(jobCode).map(jobOfCode)).toEqual(JOB_NAMES);
});
