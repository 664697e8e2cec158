/** Exit codes of sysexits.h that tell a supervisor whether a restart may help. */
export const EXIT = {
  /** EX_CONFIG: a person has to change the environment. */
  config: 78,
  /** EX_UNAVAILABLE: a service does not answer, or a port or directory is taken; a later start may succeed. */
  unavailable: 69,
} as const;

/** The program cannot start in its environment. Each problem is one line: what, where, and what is allowed. */
export class StartUpError extends Error {
  readonly problems: readonly string[];
  readonly exitCode: number;
  constructor(problem: string | readonly string[], exitCode: number, options?: ErrorOptions) {
    const problems = typeof problem === 'string' ? [problem] : problem;
    super(problems.join('\n'), options);
    this.name = new.target.name;
    this.problems = problems;
    this.exitCode = exitCode;
  }
}

/** An embedded database has one process; another one has it. */
export class DataDirInUseError extends StartUpError {
  constructor(dir: string, pid: string) {
    super(
      `The data directory ${dir} is in use by the process ${pid}. ` +
        'Stop that process, or set DATA_DIR to another directory.',
      EXIT.unavailable,
    );
  }
}

/**
 * Waits for all tasks, so that the problems of all are reported at once.
 * @throws StartUpError with the problems of all; anything else as it is
 */
export async function together<Results extends readonly unknown[]>(
  tasks: {
    readonly [Index in keyof Results]: Promise<Results[Index]>;
  },
): Promise<Results> {
  const settled = await Promise.allSettled(tasks);
  const reasons = settled.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  if (reasons.length === 0) return (await Promise.all(tasks)) as unknown as Results;
  const known = reasons.filter((reason) => reason instanceof StartUpError);
  const [first] = known;
  if (known.length < reasons.length || first === undefined) {
    throw reasons.find((reason) => !(reason instanceof StartUpError));
  }
  if (reasons.length === 1) throw first;
  const isConfig = known.some(({ exitCode }) => exitCode === EXIT.config);
  const problems = new Set(known.flatMap((error) => error.problems));
  throw new StartUpError([...problems], isConfig ? EXIT.config : EXIT.unavailable, {
    cause: first,
  });
}
