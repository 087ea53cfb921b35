import { Marked } from '../markup/marked.tsx';
import { useColor } from '../parts/use-color.ts';
import { parseDiscordMarkdown } from './markdown.ts';
import type { DiscordEmbed } from './payload.ts';

/** A framed text, as bots used before Components V2. */
export function Embed({ embed }: { embed: DiscordEmbed }) {
  return (
    <div class="embed" ref={useColor('--edge', embed.color)}>
      {embed.author ? <p class="embed-author">{embed.author.name}</p> : null}
      {embed.title ? (
        <div class="embed-title">
          <Text text={embed.title} />
        </div>
      ) : null}
      {embed.description ? <Text text={embed.description} /> : null}
      {embed.fields ? (
        <dl class="embed-fields">
          {embed.fields.map(({ name, value, inline }) => (
            <div class={inline ? 'inline' : ''}>
              <dt>
                <Text text={name} />
              </dt>
              <dd>
                <Text text={value} />
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {embed.footer ? <p class="embed-footer">{embed.footer.text}</p> : null}
    </div>
  );
}

function Text({ text }: { text: string }) {
  return <Marked passages={parseDiscordMarkdown(text)} />;
}
