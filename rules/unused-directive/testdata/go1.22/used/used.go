// Package used has directives that silence a finding, and comments that are no directives.
package used

import (
	"context"
	"io"
	"os"
	"time"
)

func okAbove(path string) bool {
	//leakcheck:ignore unclosed-file the process ends soon
	_, err := os.Open(path)
	return err == nil
}

func okTrailing(path string) bool {
	_, err := os.Open(path) //leakcheck:ignore unclosed-file the process ends soon
	return err == nil
}

func okWithoutReason(path string) bool {
	_, err := os.Open(path) //leakcheck:ignore unclosed-file
	return err == nil
}

func okEveryRule(path string) bool {
	_, err := os.Open(path) //leakcheck:ignore
	return err == nil
}

func okGroup(path string) bool {
	_, err := os.Open(path) //leakcheck:ignore missing-defer-close the process ends soon
	return err == nil
}

func okAlias(ctx context.Context, poll func()) {
	//leakcheck:ignore goroutine-without-ctx it outlives the context on purpose
	go func() {
		for {
			poll()
		}
	}()
}

func okOneOfTwo(path string) bool {
	//leakcheck:ignore unclosed-file,unstopped-ticker the process ends soon
	_, err := os.Open(path)
	return err == nil
}

func okStatementOfSeveralLines(path string) bool {
	//leakcheck:ignore unclosed-file the process ends soon
	_, err := os.OpenFile(
		path,
		os.O_RDONLY,
		0,
	)
	return err == nil
}

func okEndOfStatement(path string) bool {
	_, err := os.OpenFile(
		path,
		os.O_RDONLY,
		0,
	) //leakcheck:ignore unclosed-file the process ends soon
	return err == nil
}

func okBlock(paths []string) {
	//leakcheck:ignore unclosed-file the process ends soon
	for _, path := range paths {
		_, _ = os.Open(path)
	}
}

func okDeclaration(path string) { //leakcheck:ignore unclosed-file,unstopped-ticker the process ends soon
	_, _ = os.Open(path)
	<-time.Tick(time.Second)
}

//leakcheck:ignore unclosed-file the process ends soon
func okAboveDeclaration(path string) {
	_, _ = os.Open(path)
}

func okCase(path string) {
	switch {
	//leakcheck:ignore unclosed-file the process ends soon
	case path != "":
		_, _ = os.Open(path)
	}
}

func okCommentsBetween(path string) {
	//leakcheck:ignore unclosed-file the process ends soon

	// Open it.
	_, _ = os.Open(path)
}

func okNoDirective(w io.Writer) {
	// leakcheck:ignore unclosed-file is written without a space after the slashes.
	/* leakcheck:ignore unclosed-file */
	/*leakcheck:ignore unclosed-file*/
	// Write //leakcheck:ignore unclosed-file to silence a finding.
	io.WriteString(w, "//leakcheck:ignore unclosed-file")
}
