package figure

// Rule is one rule of the phrase book as it is printed for readers: its name and its pattern in words (see rule).
type Rule struct{ Name, Pattern string }

// Rules is the phrase book, the more particular rule first: the first that fits a figure reads it.
func Rules() []Rule {
	book := phraseBook()
	out := make([]Rule, len(book))
	for i, r := range book {
		out[i] = Rule{r.name, r.pattern}
	}
	return out
}
