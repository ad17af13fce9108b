import { levels, manifestProperties, type RuleRow } from '../../src/settings/settings-table.ts';
import { commands } from '../../src/shared/commands.ts';

/** A page of the editor's settings: its heading and its settings. */
interface SettingsPage {
  readonly title: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** What the link to a rule's page is called. */
export const PAGE_LABEL = 'What it means';

/** The `configuration` of the extension's manifest: a page for all that is no rule, and one for each family of rules. */
export function settingsPages(
  families: readonly { readonly title: string; readonly rules: readonly RuleRow[] }[],
): readonly SettingsPage[] {
  const rules = families.flatMap((family) => family.rules);
  const general = manifestProperties(rules);
  const all = general['zonewright.rules'] as { readonly properties: Readonly<Record<string, object>> };
  const described = Object.fromEntries(rules.map((rule) => [rule.id, withPage(all.properties[rule.id], rule)]));
  return [
    { title: 'Zonewright', properties: { ...general, 'zonewright.rules': { ...all, properties: described } } },
    ...families.map((family) => ({
      title: `Rules: ${family.title}`,
      properties: Object.fromEntries(family.rules.map((rule) => [`zonewright.rules.${rule.id}`, ownSetting(rule)])),
    })),
  ];
}

/** What stands for a rule among all rules, with the same text as its own setting: the package has each text once. */
function withPage(property: object = {}, { id, summary }: RuleRow): object {
  return { ...property, description: undefined, markdownDescription: settingText({ id, summary, label: PAGE_LABEL }) };
}

/**
 * The setting of one rule by itself, to be found by its id. Not set is null: a level that is set holds for all findings
 * of the rule, and some rules make one of their own for a part of them.
 */
function ownSetting({ id, severity, summary }: RuleRow): Record<string, unknown> {
  return {
    type: ['string', 'null'],
    enum: [null, ...levels],
    enumItemLabels: [`as the rule says (${severity})`],
    default: null,
    scope: 'resource',
    markdownDescription: settingText({ id, summary, label: PAGE_LABEL }),
  };
}

/** What the setting of a rule says: the summary, and a link that opens the page, which the extension brings along. */
export function settingText({
  id,
  summary,
  label,
}: {
  readonly id: string;
  readonly summary: string;
  readonly label: string;
}): string {
  const plain = summary.replace(/[\\`*_[\]<>]/g, '\\$&');
  return `${plain}. [${label}](command:${commands.showRule}?${encodeURIComponent(JSON.stringify([id]))})`;
}
