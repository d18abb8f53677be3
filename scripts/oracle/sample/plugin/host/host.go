// Package host is in a module of its own.
package host

import (
	"example.com/sample/generic"
	"example.com/sample/service"
	"example.com/sample/shape"
)

// Host has fields with types of another module.
type Host struct {
	service.Client
	points generic.Pair[string, *shape.Point]
}

// Run calls across modules.
func (h *Host) Run() ([]byte, error) {
	list := h.points.Push(&shape.Point{X: 1})
	for _, point := range list.All() {
		point.Move(1, generic.Sum(1.5, 2))
	}
	names, err := h.Users()
	if err != nil {
		return nil, err
	}
	return h.Fetch(names[0])
}
