// Package level has an enumeration for other packages.
package level

// Level says how much.
type Level int

const (
	Low Level = iota
	High
)
