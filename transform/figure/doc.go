// Package figure reads the figures of a clean text into facts: what is measured, of whom, where, when, how surely, and the sentence that says so.
//
// The text is read once, from its first line to its last, as a reader does who keeps in mind what has been said. Read goes
// through lines, sentences and tokens; what the words put in force on the way (a time, a place, an aim, whose the paragraph is) is kept in
// a scope of the heading, the paragraph, the sentence and the clause, and falls with it. At a figure four questions are asked, each by files of its own:
//
//	is it one         nofact.go and what it asks: threshold.go, fixedset.go, slogan.go; if not, the ledger says why
//	what it states    rules.go: the first rule of the phrase book that fits the words around it gives the measure
//	of what           statement.go: its own noun phrase, a list, a whole told before; measured.go gives the indicator's code
//	when, where, whose, and with what limits     emit.go: period.go, locate.go, subject.go, status.go, restrict.go
//
// A row of a table has no sentence; the package cells cuts it, table.go reads it by its head, its caption and its name, and then it goes the same way.
//
// Every number of the text ends in the ledger of mentions, as a fact or with the reason why it is none. A figure of which nothing known is
// measured is left unread rather than guessed.
//
// The words are data: words.csv gives them classes, phrases.csv holds the lists that the questions ask for (matching.go asks, phraselist.go tells of
// most texts by one look that they hold none), and the tables of the packages indicator, unit, place and period the names that statistics has. The examples beside the rules (examples/) are sentences with the facts they give, and its tests.
//
// A model trained on annotated figures would be the simpler way. One of the words around the figure was tried for the question that is hardest, whether
// a figure stands at a day or is of a span: it erred hardly less often than the rules on texts that neither had seen, gained nothing from
// four times the examples, and could not say why. Patterns of single sentences alone would be simpler still, but much of what decides stands in other sentences.
package figure
