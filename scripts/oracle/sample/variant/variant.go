// Package variant has files for some builds only.
package variant

// Size is declared once for each kind of system.
var Size = pageSize()

func name() string {
	v := current()
	return v.describe()
}
