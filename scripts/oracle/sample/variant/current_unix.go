//go:build unix

package variant

import "syscall"

type variant struct{ pid int }

func current() variant { return variant{syscall.Getpid()} }

func (v variant) describe() string { return "unix" }

func pageSize() int { return syscall.Getpagesize() }
