// The cost, fund and labour centres as a person asks for them: by name, broken down by one of their dimensions.
import { type Message, say } from '../messages/message';
import { costCentre, costDimensions } from '../money/cost';
import { fundCentre, fundDimensions } from '../money/funds';
import { labourCentre, labourDimensions } from '../money/labour';
import { type Breakdown, currencyOf } from '../money/posting';
import type { World } from '../project/world';

/** A breakdown with what was asked. */
export interface MoneyView extends Breakdown {
  readonly question: string;
  readonly by: string;
  readonly on: string;
  readonly title: Message;
  /** What the rows are. */
  readonly rows: Message;
}

interface Centre {
  /** What it is broken down by, the usual one first. */
  readonly dimensions: readonly string[];
  readonly ask: (world: World, by: string | undefined) => MoneyView;
}

function centre<Dimension extends keyof typeof ROWS>(
  question: string,
  title: (on: string) => Message,
  dimensions: readonly [Dimension, ...Dimension[]],
  compute: (world: World, by: Dimension) => Breakdown,
): Centre {
  return {
    dimensions,
    ask: (world, given) => {
      const by = dimensions.find((one) => one === given) ?? dimensions[0];
      const on = world.asOf;
      const found = compute(world, by);
      return {
        ...found,
        notes: [...found.notes, ...mixed(world, found)],
        question,
        by,
        on,
        title: title(on),
        rows: ROWS[by],
      };
    },
  };
}

function mixed({ project }: World, { tables }: Breakdown): readonly Message[] {
  const others = tables.map((one) => one.currency).filter((one) => one !== currencyOf(project));
  return others.length && tables.length > 1 ? [say('money.mixed', { currencies: others })] : [];
}

const ROWS = {
  centre: say('money.by-centre'),
  category: say('money.by-category'),
  line: say('money.by-line'),
  task: say('money.by-task'),
  month: say('money.by-month'),
  contract: say('money.by-contract'),
  party: say('money.by-party'),
  person: say('money.by-person'),
  supplier: say('money.by-supplier'),
  headcount: say('money.by-headcount'),
  overtime: say('money.by-overtime'),
};

export const centres: ReadonlyMap<string, Centre> = new Map([
  ['cost', centre('cost', (on) => say('money.cost-centre', { on }), costDimensions, costCentre)],
  ['funds', centre('funds', (on) => say('money.fund-centre', { on }), fundDimensions, fundCentre)],
  ['labour', centre('labour', (on) => say('money.labour-centre', { on }), labourDimensions, labourCentre)],
]);
