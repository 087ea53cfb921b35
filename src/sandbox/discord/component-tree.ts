import { asInteger, asJson, asJsonList, type Json } from './json.ts';

/** Gives every component without an id the next free one, in reading order. */
export function numberComponents(components: unknown): readonly Json[] {
  const taken = new Set<number>();
  visit(components, (component) => taken.add(asInteger(component.id)));
  let last = 0;
  const next = () => {
    do last += 1;
    while (taken.has(last));
    return last;
  };
  const number = (component: Json): Json => ({
    ...component,
    id: asInteger(component.id) || next(),
    ...(component.components ? { components: asJsonList(component.components).map(number) } : {}),
    ...(component.component ? { component: number(asJson(component.component)) } : {}),
    ...(component.accessory ? { accessory: number(asJson(component.accessory)) } : {}),
  });
  return asJsonList(components).map(number);
}

/** Calls back for every component, those inside of others included. */
export function visit(components: unknown, look: (component: Json) => void): void {
  for (const component of asJsonList(components)) {
    look(component);
    visit(component.components, look);
    visit([component.component, component.accessory], look);
  }
}

/** The component that goes by that custom id; null where there is none. */
export function findComponent(components: unknown, customId: string): Json | null {
  let found: Json | null = null;
  visit(components, (component) => {
    if (component.custom_id === customId) found ??= component;
  });
  return found;
}
