import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg';

let loading: Promise<void> | undefined;

/**
 * Prisma's schema engine as WebAssembly: no child process, no download. It reaches the database only through `connect`;
 * what needs an empty database to try things in gets it from there too. Call `free` on the engine when done.
 */
export async function startSchemaEngine(
  connect: () => Promise<SqlDriverAdapter>,
): Promise<glue.SchemaEngine> {
  loading ??= loadWasm();
  await loading;
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'leadwarden',
    connect,
    connectToShadowDb: connect,
  });
  return glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
}

/** The package's own entry imports a .wasm file, which Node cannot do yet, so the two halves are joined here. */
async function loadWasm(): Promise<void> {
  const gluePath = createRequire(import.meta.url).resolve(
    '@prisma/schema-engine-wasm/schema_engine_bg',
  );
  const bytes = await readFile(path.join(path.dirname(gluePath), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(new Uint8Array(bytes), {
    './schema_engine_bg.js': glue as unknown as WebAssembly.ModuleImports,
  });
  const untyped = glue as unknown as { __wbg_set_wasm(exports: WebAssembly.Exports): void };
  untyped.__wbg_set_wasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
}
