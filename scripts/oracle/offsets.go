package main

import (
	"sort"
	"unicode/utf8"
)

// utf16Offsets turns byte offsets of a file into UTF-16 offsets. It knows the places after which the difference
// between the two grows; for a file in ASCII there are none.
type utf16Offsets struct {
	after      []int
	difference []int
}

func newUTF16Offsets(content []byte) utf16Offsets {
	var offsets utf16Offsets
	difference := 0
	for at := 0; at < len(content); {
		if content[at] < utf8.RuneSelf {
			at++
			continue
		}
		r, size := utf8.DecodeRune(content[at:])
		units := 1
		switch {
		case at == 0 && r == '\uFEFF':
			units = 0
		case r > 0xFFFF:
			units = 2
		}
		at += size
		difference += size - units
		offsets.after = append(offsets.after, at)
		offsets.difference = append(offsets.difference, difference)
	}
	return offsets
}

func (o utf16Offsets) of(offset int) int {
	passed := sort.SearchInts(o.after, offset+1)
	if passed == 0 {
		return offset
	}
	return offset - o.difference[passed-1]
}
