import type { LoopbackRequest } from '../../shared/loopback-server.ts';
import { asInteger, asJson, asJsonList, asText, type Json } from '../json.ts';

/** What a call carries: JSON, a form with files, or nothing. Undefined where it is not readable. */
export async function readBody({ headers, body }: LoopbackRequest): Promise<unknown> {
  if (body.length === 0) return null;
  const type = headers['content-type'] ?? '';
  return type.startsWith('multipart/form-data') ? readForm(body, type) : parse(body.toString('utf8'));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `payload_json` is the body; each `files[n]` becomes the attachment with that number. */
async function readForm(body: Buffer, type: string): Promise<unknown> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  const payload = asJson(parse(asText(form.get('payload_json'))));
  const files = [...form].flatMap(([name, file]) => {
    const number = /^files\[(\d+)\]$/.exec(name)?.[1];
    return number !== undefined && typeof file !== 'string' ? [{ number: Number(number), file }] : [];
  });
  const target = payload.data === undefined ? payload : asJson(payload.data);
  const attachments = await Promise.all(files.map(({ number, file }) => toAttachment(target, number, file)));
  const filled = { ...target, attachments };
  return payload.data === undefined ? filled : { ...payload, data: filled };
}

/** The file stands in its address itself, as the sandbox has no other place for it. */
async function toAttachment(target: Json, number: number, file: File): Promise<Json> {
  const described = asJsonList(target.attachments).find((one) => asInteger(Number(one.id), -1) === number);
  const bytes = Buffer.from(await file.arrayBuffer());
  const url = `data:${file.type};base64,${bytes.toString('base64')}`;
  return { ...described, id: String(number), filename: file.name, size: file.size, url, proxy_url: url };
}
