// Package explained has directives that say why, and comments that are no directives.
package explained

import (
	"io"
	"os"
)

func okAbove(path string) {
	//leakcheck:ignore unclosed-file the process ends soon
	_, _ = os.Open(path)
}

func okTrailing(path string) {
	_, _ = os.Open(path) //leakcheck:ignore unclosed-file the process ends soon
}

func okTab(path string) {
	_, _ = os.Open(path) //leakcheck:ignore	unclosed-file	the process ends soon
}

func okSeveralRules(path string) {
	_, _ = os.Open(path) //leakcheck:ignore unclosed-file,unstopped-ticker the process ends soon
}

func okOneWord(path string) {
	_, _ = os.Open(path) //leakcheck:ignore unclosed-file TODO
}

func okOtherScript(path string) {
	_, _ = os.Open(path) //leakcheck:ignore unclosed-file 进程随即结束
}

// nolintlint is the one to ask golangci-lint's directives for reasons.
func okNolint(path string) {
	_, _ = os.Open(path) //nolint
	_, _ = os.Open(path) //nolint:leakcheck
	_, _ = os.Open(path) //nolint:leakcheck/unclosed-file
}

func okOtherLinters(path string) {
	os.Remove(path) //nolint:errcheck
	//lint:ignore U1000 kept
	//go:noinline
	//gohawk:ignore unclosed
	io.WriteString(io.Discard, path)
}

func okSpace(path string) {
	// leakcheck:ignore unclosed-file
	os.Remove(path)
}

func okBlockComment(path string) {
	/*leakcheck:ignore unclosed-file*/
	os.Remove(path)
}

func okMention(path string) {
	// Write //leakcheck:ignore unclosed-file to silence a finding.
	os.Remove(path)
}

func okText(w io.Writer) {
	io.WriteString(w, "//leakcheck:ignore unclosed-file")
	io.WriteString(w, `
//leakcheck:ignore unclosed-file
`)
}

func okOtherWord(path string) {
	//leakcheck:ignored unclosed-file
	//leakcheck:ignore-next unclosed-file
	os.Remove(path)
}
