// The official SDK for Node, unmodified: only its address and its key are the gateway's.
// NodeSdkIT starts a gateway and runs this; BASE_URL and the keys come from there.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import OpenAI from 'openai';

const { BASE_URL: baseURL, ADMIN_URL: adminUrl, ADMIN_KEY: adminKey } = process.env;
const ANSWER = /^Hello from the mock provider\./;
const TOTAL_TOKENS = 40;

const client = (group, maxRetries = 0) =>
  new OpenAI({ baseURL, apiKey: `kt_cg_${group}`, maxRetries });
const engineering = client('engineering');

const chat = (more = {}) => ({
  model: 'gpt-4o',
  messages: [{ role: 'user', content: 'Hello' }],
  ...more,
});

const all = async (stream) => {
  const items = [];
  for await (const item of stream) items.push(item);
  return items;
};

const text = (chunks) =>
  chunks.map((chunk) => chunk.choices[0]?.delta?.content ?? '').join('');

const lastEvent = async () => {
  const answer = await fetch(`${adminUrl}/admin/events?last=1`, {
    headers: { authorization: `Bearer ${adminKey}` },
  });
  return JSON.parse(await answer.text());
};

// First, so that this process lives on while the provider's call must end.
test('a stream that is aborted ends the exchange within two seconds', async () => {
  const controller = new AbortController();
  const stream = await engineering.chat.completions.create(chat({ stream: true }), {
    signal: controller.signal,
    headers: { 'x-mock': 'chunks=1000;gap=50ms' },
  });
  let seen = 0;
  for await (const chunk of stream) {
    assert.equal(chunk.object, 'chat.completion.chunk');
    seen += 1;
    if (seen === 3) controller.abort();
  }
  const aborted = performance.now();
  assert.ok(seen < 10, `${seen} chunks came`);
  let event = await lastEvent().catch(() => null);
  while (event === null && performance.now() - aborted < 2000) {
    event = await lastEvent().catch(() => null);
  }
  assert.equal(event?.ended_by, 'client');
  assert.ok(event.usage.total_tokens > 0);
});

test('chat is the provider’s answer', async () => {
  const answer = await engineering.chat.completions.create(chat());
  assert.match(answer.choices[0].message.content, ANSWER);
  assert.equal(answer.model, 'gpt-4o');
  assert.equal(answer.usage.total_tokens, TOTAL_TOKENS);
});

test('a chat stream is whole, and tells no usage that nobody asked for', async () => {
  const chunks = await all(await engineering.chat.completions.create(chat({ stream: true })));
  assert.match(text(chunks), ANSWER);
  assert.equal(text(chunks).length, 150);
  for (const chunk of chunks) {
    assert.equal(chunk.usage ?? null, null);
    assert.equal(chunk.choices.length, 1);
  }
  const event = await lastEvent();
  assert.equal(event.usage.source, 'provider');
  assert.equal(event.usage.total_tokens, TOTAL_TOKENS);
});

test('a chat stream that asks for its usage ends with it', async () => {
  const asked = chat({ stream: true, stream_options: { include_usage: true } });
  const chunks = await all(await engineering.chat.completions.create(asked));
  const last = chunks.at(-1);
  assert.deepEqual(last.choices, []);
  assert.equal(last.usage.total_tokens, TOTAL_TOKENS);
});

test('responses are the provider’s', async () => {
  const answer = await engineering.responses.create({ model: 'gpt-4o', input: 'Hello' });
  assert.match(answer.output_text, ANSWER);
  assert.equal(answer.usage.total_tokens, TOTAL_TOKENS);
});

test('a responses stream ends with the completed response', async () => {
  const asked = { model: 'gpt-4o', input: 'Hello', stream: true };
  const events = await all(await engineering.responses.create(asked));
  const deltas = events.filter((event) => event.type === 'response.output_text.delta');
  assert.match(deltas.map((event) => event.delta).join(''), ANSWER);
  assert.equal(events.at(-1).type, 'response.completed');
  assert.equal(events.at(-1).response.usage.total_tokens, TOTAL_TOKENS);
});

test('embeddings are the provider’s', async () => {
  const asked = { model: 'text-embedding-3-small', input: 'Hello' };
  const answer = await engineering.embeddings.create(asked);
  assert.ok(answer.data[0].embedding.length > 0);
  assert.equal(answer.usage.total_tokens, 2);
});

test('models are those of the group', async () => {
  const models = await all(client('marketing').models.list());
  assert.deepEqual(models.map((model) => model.id), ['gpt-4o-mini']);
});

test('an unknown key is an AuthenticationError', async () => {
  await assert.rejects(client('nobody').chat.completions.create(chat()), (error) => {
    assert.ok(error instanceof OpenAI.AuthenticationError);
    assert.equal(error.code, 'invalid_api_key');
    return true;
  });
});

test('a model of others is a PermissionDeniedError', async () => {
  await assert.rejects(client('marketing').chat.completions.create(chat()), (error) => {
    assert.ok(error instanceof OpenAI.PermissionDeniedError);
    assert.equal(error.code, 'model_not_allowed');
    assert.equal(error.type, 'permission_error');
    assert.deepEqual(error.error.allowed_models, ['gpt-4o-mini']);
    return true;
  });
});

test('one request too many is a RateLimitError', async () => {
  const limited = client('one_a_minute');
  await limited.chat.completions.create(chat());
  await assert.rejects(limited.chat.completions.create(chat()), (error) => {
    assert.ok(error instanceof OpenAI.RateLimitError);
    assert.equal(error.code, 'rate_limit_exceeded');
    assert.ok(Number(error.headers.get('retry-after')) >= 1);
    return true;
  });
});

test('a short wait is taken by the SDK’s own retry', async () => {
  const smoothed = client('one_a_second', 2);
  await smoothed.chat.completions.create(chat());
  const { response } = await smoothed.chat.completions.create(chat()).withResponse();
  assert.equal(response.headers.get('x-consumer-group'), 'one-a-second');
});
