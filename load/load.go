// Package load keeps the tables: it writes readings into DuckDB and publishes each run's result as one new file.
//
// A run never touches the file that readers have open. It takes FILE.lock, works on a private copy FILE.next-RUN inside a
// single transaction, and on success checkpoints, closes, syncs and renames the copy over FILE. The simpler way, writing
// to FILE in place, would make every reader wait for the writer (DuckDB locks the file against other processes) and would
// let a crash leave half a run behind. Because only the private copy is ever written, a run that dies leaves FILE as it
// was, and the next run sweeps the copy away.
//
// Rows go in by DuckDB's appender, some hundred times faster than INSERT. Appenders check little, so a reading is checked
// in Go first (Check); Writer.Put takes nothing unchecked. Replaced documents lose their old rows in one DELETE a table
// at the end of the run, told from the new ones by their row ids, since a DELETE a document would scan the tables
// thousands of times.
package load
