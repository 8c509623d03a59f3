// Notes of an invented group, in the form of the owner's note.

/** A note in which nothing is wrong. */
export const cleanNote = `## September 5, 2023 - Harbour Guild meeting

|            |      |
| ---------- | ---- |
| Attending  | Mira Solberg, Teodor Banu, Ines Okafor
| Note Taker | Mira Solberg

## Updates

* Mira: The north pier is open again.
* Teodor: Two of the cranes are back.

## Agenda

* Tides
    * Ines: High water comes at nine.
    * Mira: Then the ferry leaves at eight.
    * Ines: I will tell the captain.

## Action Item

* Teodor: Ask for the tide table
`;

/** The clean note with raw turns under its topic, as typed in haste. */
export const rawNote = cleanNote.replace("* Ines: High", "* [Ines] High").replace("* Mira: Then", "* **Mira**: Then");

/** A document that is Markdown and no note. */
export const readme = `# Harbour Guild

The guild meets on Tuesdays.

## Usage

* Install: run the installer
* Note: it takes a while

## License

MIT
`;
