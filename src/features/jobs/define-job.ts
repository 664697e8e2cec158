import type { JobName } from '../../domain/nightly-jobs.js';
import type { ProtectionPolicy } from '../../domain/policy.js';
import type { Tx } from '../../platform/db/open.js';
import type { KeyRing } from '../../platform/keys/key-ring.js';
import type { Schedule } from '../../platform/settings/load-schedule.js';
import type { TxContext } from '../../platform/verbs/context.js';

/** Rows per transaction. */
export const BATCH_SIZE = 100;

/** A row that a job has to deal with, and the instant since when. */
export interface Due {
  readonly id: string;
  readonly dueAt: Date;
}

export interface Selection {
  /** All rows due at or before this instant. */
  readonly asOf: Date;
  /** The instant of the batch: what holds and policies are judged by. */
  readonly now: Date;
  /** Only what comes after this in the order (dueAt, id). */
  readonly after: Due | null;
  readonly limit: number;
  /** Only these ids. */
  readonly only?: readonly string[];
  /** Without these ids: they failed before. */
  readonly except: readonly string[];
  /** Lock the rows until the end of the transaction, and pass over those that others have locked. */
  readonly lock: boolean;
}

/** Data that the batches of one run look up only once. */
export interface RunMemo {
  policy: ProtectionPolicy | null;
  schedule: Schedule | null;
}

/** The context of due leads beside the transaction. */
export interface DueContext extends TxContext {
  readonly asOf: Date;
  readonly memo: RunMemo;
}

/** The context of a batch beside its transaction. */
export interface BatchContext extends DueContext {
  readonly keyRing: KeyRing;
}

/** One kind of due row, with the action on it. */
export interface Sweep<Row extends Due = Due> {
  /** The action that a dry run reports. */
  readonly action: SweepAction;
  readonly entity:
    | 'Lead'
    | 'ImportJob'
    | 'DomainEvent'
    | 'WebhookDelivery'
    | 'ConflictCheck'
    | 'Receipt'
    | 'OutboxEmail'
    | 'JobRun'
    | 'HandOver'
    | 'Conflict';
  /** Batches under way at once at most; as many as the database takes if left out. */
  readonly lanes?: number;
  /** The due rows in the order (dueAt, id): the same for a real run and a dry run. */
  select(tx: Tx, selection: Selection): Promise<Row[]>;
  /** Does it in the batch's transaction; returns how many rows it was done to. */
  apply(ctx: BatchContext, rows: readonly Row[]): Promise<number>;
}

export type SweepAction =
  | 'REPROJECT'
  | 'WARN'
  | 'WARN_AGAIN'
  | 'ALERT'
  | 'REMIND_OF_BASE_END'
  | 'REMIND_OF_GRACE_END'
  | 'EXPIRE'
  | 'PSEUDONYMIZE'
  | 'ARCHIVE'
  | 'DELETE'
  | 'FORGET';

/** A check of all rows of a table, a sample in each run; the rows are due for nothing and stay unchanged. */
export interface Check<Row extends { readonly id: string } = { readonly id: string }> {
  readonly action: 'CHECK_PROJECTION';
  readonly entity: 'Lead';
  /** How many rows one run looks at. */
  sampleSize(tx: Tx): Promise<number>;
  /**
   * The rows behind an id, in the order of the ids. `lock` keeps them as they are until the end of the
   * transaction, and passes over those that others have locked.
   */
  select(tx: Tx, from: { after: string; limit: number; lock: boolean }): Promise<Row[]>;
  /** Those of the locked rows that are wrong, and in which columns. Writes nothing. */
  judge(ctx: BatchContext, rows: readonly Row[]): Promise<readonly Finding[]>;
}

export interface Finding {
  readonly id: string;
  readonly columns: readonly string[];
}

/** The actions that a dry run may report. */
export type JobAction = SweepAction | Check['action'];

/** A job deals with due rows, or checks present ones; the setting `jobs.<name>.cron` sets its times. */
export type Job = { readonly name: JobName } & (
  | { readonly sweeps: readonly Sweep[] }
  | { readonly check: Check }
);

export function defineJob(job: Job): Job {
  return job;
}
