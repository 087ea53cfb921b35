import { defineConfig } from 'prisma/config';

// `prisma generate` asks for a schema engine that it never uses; any path that exists keeps it from downloading one.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
