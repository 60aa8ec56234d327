// Package export writes answers to the files that people work with: CSV, JSON lines, Excel workbooks, and notebooks
// beside a Parquet file.
//
// Every file is to open without a question asked of its reader: cells that a spreadsheet would run are made harmless,
// figures are numbers and carry their unit, what a column means travels with it. Parquet itself is written by DuckDB
// (load.Reader.Parquet), which knows its own types best; CSV is not, because DuckDB's writer knows nothing of Excel.
package export
