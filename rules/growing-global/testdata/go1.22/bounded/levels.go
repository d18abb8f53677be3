package bounded

const (
	debug = level("debug")
	info  = level("info")
)
