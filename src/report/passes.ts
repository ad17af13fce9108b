import type { Faulted, RawFault } from './fault-types.ts';
import type { EditorContext, Many, Pass, PassContext, ShownContext } from './pass.ts';
import { beingTyped } from './passes/being-typed.ts';
import { configuredName } from './passes/configured-name.ts';
import { continuedRows } from './passes/continued-rows.ts';
import { counterpartsOnce } from './passes/counterparts-once.ts';
import { eachOnce } from './passes/each-once.ts';
import { explainedLines } from './passes/explained-lines.ts';
import { explainedNames } from './passes/explained-names.ts';
import { type GroupedFinding, generatedLines } from './passes/generated-lines.ts';
import { joinedRows } from './passes/joined-rows.ts';
import { lostOwners } from './passes/lost-owners.ts';
import { mostSevereFirst } from './passes/most-severe-first.ts';
import { ofSomeViews } from './passes/of-some-views.ts';
import { onePlaceOnce } from './passes/one-place-once.ts';
import { originsAtFault } from './passes/origins-at-fault.ts';
import { othersOutside } from './passes/others-outside.ts';
import { outsideTogether } from './passes/outside-together.ts';
import { ownerlessRows } from './passes/ownerless-rows.ts';
import { raisedOrigins } from './passes/raised-origins.ts';
import { raisedStrays } from './passes/raised-strays.ts';
import { silenced } from './passes/silenced.ts';
import { stillReading } from './passes/still-reading.ts';
import { switchedOff } from './passes/switched-off.ts';
import { templateLines } from './passes/template-lines.ts';
import { templateZones } from './passes/template-zones.ts';
import { toldBetter } from './passes/told-better.ts';
import { unclosedRows } from './passes/unclosed-rows.ts';
import { unusedSuppressions } from './passes/unused-suppressions.ts';
import { windowsExports } from './passes/windows-exports.ts';
import type { Shown } from './shown.ts';

/**
 * All passes in their order, stage by stage. What reading a text found goes through `gathered`, `faults` and `read`, what
 * the rules found through `found`; `shown` sees both together, and `editor` is what only editors show.
 */
export const passes: Passes = {
  gathered: [
    {
      name: 'outside-together',
      about: 'Joins the records that one $ORIGIN, or an SOA of another zone, puts outside the zone',
      run: outsideTogether,
    },
    { name: 'most-severe-first', about: 'Of more than are wanted takes the least severe away', run: mostSevereFirst },
  ],
  faults: [
    {
      name: 'template-lines',
      about: 'Joins the faults of lines that a template engine fills in, and takes away what hangs on those lines',
      run: templateLines,
    },
    {
      name: 'unclosed-rows',
      about: 'Takes away what follows from a parenthesis or quotation mark that nothing closes',
      run: unclosedRows,
    },
    {
      name: 'ownerless-rows',
      about: 'Joins the rows at the beginning of a file that have no owner above them',
      run: ownerlessRows,
    },
    {
      name: 'joined-rows',
      about: 'Joins the faults of lines that make one record, but for its parentheses',
      run: joinedRows,
    },
    {
      name: 'continued-rows',
      about: 'Takes away the faults of lines that go on with a record which ends too early',
      run: continuedRows,
    },
    {
      name: 'one-place-once',
      about: 'Where a file is read several times, takes away what is found at a place again',
      run: onePlaceOnce,
    },
  ],
  read: [
    { name: 'still-reading', about: 'Takes away what a file that is not read yet may settle', run: stillReading },
    {
      name: 'windows-exports',
      about: "Takes away what exports of Windows' server mean so, and tells as information what it alone reads",
      run: windowsExports,
    },
    { name: 'switched-off', about: 'Takes away what the settings, or the rule itself, switch off', run: switchedOff },
  ],
  found: [
    {
      name: 'origins-at-fault',
      about: 'Joins what is found of all owners below one $ORIGIN, where that is at fault',
      onlyWith: ({ joinsByOrigin }) => joinsByOrigin === true,
      run: originsAtFault,
    },
    {
      name: 'generated-lines',
      about: 'Joins what a rule finds at the records of one $GENERATE line',
      run: generatedLines,
    },
    { name: 'most-severe-first', about: 'Of more than are wanted takes the least severe away', run: mostSevereFirst },
    { name: 'switched-off', about: 'Takes away what the settings, or the rule itself, switch off', run: switchedOff },
  ],
  shown: [
    {
      name: 'unused-suppressions',
      about: 'Adds comments that silence nothing, where all that they could silence would have been found',
      run: unusedSuppressions,
    },
    { name: 'silenced', about: 'Takes away what a comment in the file silences, on either side', run: silenced },
    { name: 'being-typed', about: 'Takes away what is found at the line that a person is typing', run: beingTyped },
    {
      name: 'others-outside',
      about: 'Adds to an SOA of another zone how many records are outside with it',
      onlyWith: ({ tellsOtherZone }) => tellsOtherZone === true,
      run: othersOutside,
    },
    {
      name: 'told-better',
      about: 'Takes away what reading found where checking the same line says more',
      onlyWith: ({ refinesReading }) => refinesReading === true,
      run: toldBetter,
    },
    {
      name: 'explained-lines',
      about: 'Takes away what follows from a fault of reading, or from a wrong signature, on the same line',
      onlyWith: ({ followsOnLine }) => followsOnLine !== undefined,
      run: explainedLines,
    },
    {
      name: 'explained-names',
      about: 'Takes away that a name lacks a record where one stands that was meant for it',
      onlyWith: ({ followsAtName }) => followsAtName !== undefined,
      run: explainedNames,
    },
    {
      name: 'lost-owners',
      about: 'Takes away that rows have no owner above them where a lost SOA is told',
      onlyWith: ({ leavesOwnerless }) => leavesOwnerless === true,
      run: lostOwners,
    },
    { name: 'template-zones', about: 'Takes away what is said of zones as a whole in templates', run: templateZones },
    {
      name: 'raised-origins',
      about: 'Joins what follows from an origin without its final dot to what is said of that',
      onlyWith: ({ isOfOrigin }) => isOfOrigin === true,
      run: raisedOrigins,
    },
    {
      name: 'raised-strays',
      about: 'Joins what a name lacks to what is said of the owner that was meant as that name',
      onlyWith: ({ tellsAstray }) => tellsAstray === true,
      run: raisedStrays,
    },
    {
      name: 'configured-name',
      about: 'Adds where a configuration gives a zone its name, where that name is at fault',
      run: configuredName,
    },
    {
      name: 'each-once',
      about: 'Puts all in the order of the text, and joins what several zones or views find at one place',
      run: eachOnce,
    },
    {
      name: 'of-some-views',
      about: 'Of a file that several views read, names those in which something is found',
      run: ofSomeViews,
    },
  ],
  editor: [
    {
      name: 'counterparts-once',
      about: 'Tells of what other files are at fault for once a place, as lightly as the settings say',
      run: counterpartsOnce,
    },
  ],
};

/** The stages. */
export interface Passes {
  readonly gathered: readonly Pass<Many<RawFault>, PassContext>[];
  readonly faults: readonly Pass<readonly RawFault[], PassContext>[];
  readonly read: readonly Pass<readonly Faulted[], PassContext>[];
  readonly found: readonly Pass<Many<GroupedFinding>, PassContext>[];
  readonly shown: readonly Pass<readonly Shown[], ShownContext>[];
  readonly editor: readonly Pass<readonly Shown[], EditorContext>[];
}
