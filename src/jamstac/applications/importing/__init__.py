"""Lists of people as LSPs keep them: any workbook or CSV, read, understood, shown before anything is entered.

`reading` opens the file, `columns` finds the heading and what each column means, `cells` makes one value right,
`rows` says what will become of each row, `working` keeps the list while it is worked on and enters it."""
