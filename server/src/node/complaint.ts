/** What a command cannot do and why, for the user to read. */
export class Complaint extends Error {}
