package load

import "slices"

// printedFact is about how many bytes a fact takes, its sentence among them.
const printedFact = 1500

// AppendReading prints a reading as {"document":{…},"facts":[…],"mentions":[…]}, the fields those of the tables.
func AppendReading(b []byte, c Checked) []byte {
	r := c.reading
	w := row{printed: true}
	b = slices.Grow(b, 2*len(r.Document.Text)+printedFact*len(r.Facts))
	b = append(b, `{"document":`...)
	b = appendRow(b, documentColumns, w.document(&r.Document, ""))
	b = append(b, `,"facts":[`...)
	for i := range r.Facts {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendRow(b, factColumns, w.fact(&r.Document, &r.Facts[i], ""))
	}
	b = append(b, `],"mentions":[`...)
	for i := range r.Mentions {
		if i > 0 {
			b = append(b, ',')
		}
		b = appendRow(b, mentionColumns, w.mention(r.Document.DocID, &r.Mentions[i]))
	}
	return append(b, `]}`...)
}

// appendRow leaves run_id out: where nothing is stored there is no run.
func appendRow[V any](b []byte, columns []string, values []V) []byte {
	if last := len(columns) - 1; columns[last] == "run_id" {
		columns, values = columns[:last], values[:last]
	}
	return appendObject(b, columns, values, nil)
}

// AppendFailure prints what stands in the place of a reading: {"doc_id":…,"failure":{…}}.
func AppendFailure(b []byte, f Failure) []byte {
	b = append(b, `{"doc_id":`...)
	b = appendString(b, f.DocID)
	b = append(b, `,"failure":`...)
	b = appendObject(b, []string{"kind", "message"}, []string{f.Kind, f.Message}, nil)
	return append(b, '}')
}
