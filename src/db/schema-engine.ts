import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import * as engine from '@prisma/schema-engine-wasm/schema_engine_bg';

const noFilter = { externalTables: [], externalEnums: [] };
let loading: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly: no child process, no download. It talks to the database through `connect`;
 * `connectToShadow` lends it an empty database, which only comparing migration histories needs.
 */
export async function startSchemaEngine(
  connect: () => Promise<SqlDriverAdapter>,
  connectToShadow: () => Promise<SqlDriverAdapter> = connect,
): Promise<engine.SchemaEngine> {
  loading ??= loadWasm();
  await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'leadwarden',
    connect,
    connectToShadowDb: connectToShadow,
  });
  return engine.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}

/**
 * The SQL that leads from one schema to another; empty when they agree. `from` and `to` are the text of a schema.prisma;
 * null is the empty database.
 */
export async function diffSchemas(
  schemaEngine: engine.SchemaEngine,
  from: engine.DiffTarget,
  to: engine.DiffTarget,
): Promise<string> {
  const { stdout } = await schemaEngine.diff({
    from,
    to,
    script: true,
    exitCode: null,
    filters: noFilter,
  });
  return stdout ?? '';
}

/** Node cannot import a .wasm file, which is what the package's own entry does, so the glue is wired here. */
async function loadWasm(): Promise<void> {
  const glue = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(path.join(path.dirname(glue), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), {
    './schema_engine_bg.js': engine as unknown as WebAssembly.ModuleImports,
  });
  const wasm = engine as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  wasm.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
