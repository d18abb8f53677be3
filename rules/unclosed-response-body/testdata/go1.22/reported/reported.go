// Package reported has what maintainers of bodyclose have open against it, in our own words: what it reports although the
// body is closed, and what it does not see.
package reported

import (
	"errors"
	"io"
	"log"
	"net/http"
	"time"
)

// bodyclose #15: without defer, the branch for another status goes out with an open body.
func statusBranch(url string) error {
	resp, err := http.Get(url) // want "resp, the response that http.Get receives, is not closed on every path: a return leaves it behind"
	if err != nil {
		return err
	}
	if resp.StatusCode >= http.StatusBadRequest {
		return errors.New("the server does not want to answer: " + resp.Status)
	}
	_, err = io.Copy(io.Discard, resp.Body)
	resp.Body.Close()
	return err
}

// bodyclose #15: the attempt that goes on to the next one leaves its body open.
func retry(client *http.Client, req *http.Request) (attempts int) {
	for ; attempts < 5; attempts++ {
		resp, err := client.Do(req) // want `resp, the response that client\.Do receives, gets another value before it is closed`
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		if resp.StatusCode == http.StatusServiceUnavailable {
			continue
		}
		resp.Body.Close()
		return attempts
	}
	return attempts
}

// bodyclose #15, mended.
func okRetry(client *http.Client, req *http.Request) (attempts int) {
	for ; attempts < 5; attempts++ {
		resp, err := client.Do(req)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		isBusy := resp.StatusCode == http.StatusServiceUnavailable
		resp.Body.Close()
		if !isBusy {
			return attempts
		}
	}
	return attempts
}

// bodyclose #58: closing is deferred in one branch alone.
func deferredInBranch(url string) string {
	resp, err := http.Get(url) // want `resp, the response that http\.Get receives, is not closed on every path: `
	if err != nil {
		return ""
	}
	if resp.StatusCode != http.StatusOK {
		defer resp.Body.Close()
		text, _ := io.ReadAll(resp.Body)
		return string(text)
	}
	return resp.Status
}

// bodyclose #58: the same with a switch.
func closedInCase(url string) {
	resp, err := http.Get(url) // want "is not closed on every path"
	if err != nil {
		return
	}
	switch resp.StatusCode {
	case http.StatusOK:
		io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
	case http.StatusNotFound:
		log.Print("nobody there")
	default:
		resp.Body.Close()
	}
}

// bodyclose #18: a literal in a variable that closes any io.Closer.
func okLiteralCloses(url string) {
	end := func(c io.Closer) { _ = c.Close() }
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	end(resp.Body)
}

// bodyclose #18: the same literal on one of two paths.
func literalOnOnePath(url string) error {
	end := func(c io.Closer) { _ = c.Close() }
	resp, err := http.Get(url) // want `return nil`
	if err != nil {
		return err
	}
	if resp.ContentLength == 0 {
		return nil
	}
	end(resp.Body)
	return nil
}

// bodyclose #29: while there is an error there is no body; only the last answer has one.
func okUntilNoError(client *http.Client, req *http.Request, tries int) (int, error) {
	resp, err := client.Do(req)
	for tries > 0 && err != nil {
		tries--
		time.Sleep(time.Millisecond)
		resp, err = client.Do(req)
	}
	if err != nil {
		return 0, err
	}
	return resp.StatusCode, resp.Body.Close()
}

// bodyclose #29, the other way round: the loop goes on as long as there is an answer.
func untilError(client *http.Client, req *http.Request) error {
	resp, err := client.Do(req) // want "gets another value before it is closed"
	for err == nil && resp.StatusCode == http.StatusAccepted {
		// The same defect once more: closing in the loop mends both.
		resp, err = client.Do(req)
	}
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

// bodyclose #30: a helper with more parameters closes the body.
func okHelperCloses(url string) ([]byte, error) {
	resp, err := http.Get(url)
	if err != nil {
		return nil, err
	}
	defer closeAndLog("answer", resp.Body)
	return io.ReadAll(resp.Body)
}

func closeAndLog(what string, c io.ReadCloser) {
	if err := c.Close(); err != nil {
		log.Printf("%s: %v", what, err)
	}
}

// bodyclose #30: this helper only looks as if it did.
func helperOnlyReads(url string) error {
	resp, err := http.Get(url) // want `resp, the response that http\.Get receives, is never closed`
	if err != nil {
		return err
	}
	defer finish("answer", resp.Body)
	return nil
}

func finish(what string, r io.Reader) {
	n, _ := io.Copy(io.Discard, r)
	log.Printf("%s: %d bytes left", what, n)
}

// bodyclose #51: the helper defers a literal that closes.
func okHelperDefersLiteral(url string) {
	resp, err := http.Get(url)
	if err != nil {
		return
	}
	consume(resp)
}

func consume(resp *http.Response) {
	defer func() {
		if err := resp.Body.Close(); err != nil {
			log.Print(err)
		}
	}()
	io.Copy(io.Discard, resp.Body)
}

// bodyclose #49: the body is an argument of the deferred literal.
func okArgumentOfLiteral(client *http.Client, req *http.Request) error {
	resp, err := client.Do(req)
	if err != nil {
		return err
	}
	defer func(body io.ReadCloser) { log.Print(body.Close()) }(resp.Body)
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// bodyclose #61: one defer for a response that may come from two places.
func okOneDefer(isCached bool, cached func() *http.Response, url string) error {
	var resp *http.Response
	var err error
	if isCached {
		resp = cached()
	} else {
		resp, err = http.Get(url)
		if err != nil {
			return err
		}
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}

// bodyclose #11: a function that hands on what it is given, and one in a variable.
func okHandsOn(url string) error {
	resp, err := checked(http.Get(url))
	if err != nil {
		return err
	}
	return resp.Body.Close()
}

func checked(resp *http.Response, err error) (*http.Response, error) { return resp, err }
