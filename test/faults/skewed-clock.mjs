// Loaded before the program: a machine whose clock is wrong by SKEW_MS.
const skewMs = Number(process.env.SKEW_MS);
const RightDate = Date;
globalThis.Date = class extends RightDate {
  constructor(...args) {
    super(...(args.length === 0 ? [RightDate.now() + skewMs] : args));
  }
  static now() {
    return RightDate.now() + skewMs;
  }
};
