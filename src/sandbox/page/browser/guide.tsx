import type { Side } from '../state.ts';
import { type Step, toSteps } from './guide-steps.ts';
import type { PlatformName } from './live.ts';
import { say } from './words.ts';

interface GuideProps {
  readonly sides: Readonly<Partial<Record<PlatformName, Side>>>;
  readonly typed: readonly string[];
  readonly onTake: (step: Step) => void;
}

const titles = { slack: 'Slack', discord: 'Discord' };

/** What to try first. Pressing a step writes its command where it belongs; sending it is left to the person. */
export function Guide({ sides, typed, onTake }: GuideProps) {
  const steps = toSteps(sides, typed);
  const next = steps.find(({ done }) => !done);
  return (
    <section class="guide" aria-label={say('guide.title')}>
      <p>{next ? say('guide.next', { platform: titles[next.platform] }) : say('guide.finished')}</p>
      <ol>
        {steps.map((step) => (
          <li>
            <button
              type="button"
              class={`step on-${step.platform} ${step.done ? 'done' : ''}`}
              title={step.command}
              {...(step === next && { 'aria-current': 'step' as const })}
              onClick={() => onTake(step)}
            >
              <span class="badge">{titles[step.platform]}</span> {say(step.label)}
              {step.done ? (
                <span class="tick">
                  <span aria-hidden="true">✓</span> <span class="heard">{say('guide.done')}</span>
                </span>
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
