//go:build !unix

package variant

import "os"

type variant struct{ host string }

func current() *variant { return new(variant) }

func (v *variant) describe() string { return v.host }

func pageSize() int64 { return int64(os.Getpagesize()) }
