import { attendeesEmpty } from "./attendees/attendeesEmpty";

/** Every rule, by family, in the order of their pages. */
export const rules = [attendeesEmpty] as const;

/** The id of a rule. */
export type RuleId = (typeof rules)[number]["id"];
