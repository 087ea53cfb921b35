import type { MiddlewareHandler } from 'hono';

const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' data: https:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const localNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Lets in only what this machine's own page asks. The sandbox has no passwords, so a foreign site must neither reach
 * it under a name that it points here (DNS rebinding) nor send to it from a page of its own.
 */
export const onlyFromThisMachine: MiddlewareHandler = async (context, next) => {
  const host = context.req.header('host') ?? '';
  if (!localNames.has(host.replace(/:\d+$/, ''))) return context.text('Forbidden host', 403);
  if (context.req.method !== 'GET' && !isOwnPage(context.req.header('origin'), host)) {
    return context.text('Forbidden origin', 403);
  }
  await next();
  context.header('Content-Security-Policy', contentPolicy);
  context.header('X-Content-Type-Options', 'nosniff');
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cross-Origin-Resource-Policy', 'same-origin');
};

/** Browsers always name the origin of what they send; only other programs leave it out. */
function isOwnPage(origin: string | undefined, host: string): boolean {
  return origin === undefined || origin === `http://${host}` || origin === `https://${host}`;
}
