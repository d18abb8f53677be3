package upload

import (
	"encoding/csv"
	"os"
)

// Table reads the lines of a CSV file.
type Table struct {
	file   *os.File
	reader *csv.Reader
}

// OpenTable opens a CSV file, which Close closes.
func OpenTable(path string) (*Table, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &Table{file: file, reader: csv.NewReader(file)}, nil
}

// Next gives the fields of the next line.
func (t *Table) Next() ([]string, error) {
	return t.reader.Read()
}

// Close closes the file.
func (t *Table) Close() error {
	return t.file.Close()
}

// Columns gives the names of the columns of an upload. It does not close the table.
func (s *Store) Columns(name string) ([]string, error) {
	table, err := OpenTable(s.path(name)) // leak: unclosed-closer
	if err != nil {
		return nil, err
	}
	return table.Next()
}

// Width tells how many columns an upload has.
func (s *Store) Width(name string) (int, error) {
	table, err := OpenTable(s.path(name))
	if err != nil {
		return 0, err
	}
	defer table.Close()
	fields, err := table.Next()
	return len(fields), err
}
