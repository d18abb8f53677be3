// Package retries closes what it does not keep in all turns of a loop but one, which it tells by the number of the turn.
package retries

import (
	"errors"
	"net/http"
)

const most = 3

func okAllButLast(c *http.Client, r *http.Request, most int) (resp *http.Response, err error) {
	for i := 0; i <= most; i++ {
		resp, err = c.Do(r)
		if err == nil && resp.StatusCode < 500 {
			return resp, nil
		}
		if i < most && resp != nil {
			resp.Body.Close()
		}
	}
	return resp, err
}

func okAllButLastOfConstant(u string) (resp *http.Response, err error) {
	for i := 0; i < most; i++ {
		resp, err = http.Get(u)
		if err != nil {
			return nil, err
		}
		if i+1 < most {
			resp.Body.Close()
		}
	}
	return resp, nil
}

func okAllButLastOfSlice(us []string) (resp *http.Response, err error) {
	for i, u := range us {
		if resp, err = http.Get(u); err != nil {
			return nil, err
		}
		if i != len(us)-1 {
			resp.Body.Close()
		}
	}
	return resp, nil
}

func okAllButLastOfNumber(u string) (resp *http.Response, err error) {
	for i := range 5 {
		if resp, err = http.Get(u); err != nil {
			return nil, err
		}
		if 4 > i {
			resp.Body.Close()
		}
	}
	return resp, nil
}

func okLastIsReturned(u string) (*http.Response, error) {
	for i := 0; i < most; i++ {
		resp, err := http.Get(u)
		if err != nil {
			return nil, err
		}
		if i == most-1 {
			return resp, nil
		}
		resp.Body.Close()
	}
	return nil, errors.New("no turn")
}

func okAllButFirst(u string) (resp *http.Response, err error) {
	for i := 0; i < most; i++ {
		if i > 0 {
			resp.Body.Close()
		}
		if resp, err = http.Get(u); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

func okUnlessFirst(us []string) (resp *http.Response, err error) {
	for i := range us {
		if i != 0 {
			resp.Body.Close()
		}
		if resp, err = http.Get(us[i]); err != nil {
			return nil, err
		}
	}
	return resp, nil
}

func lastTwo(u string) (resp *http.Response, err error) {
	for i := 0; i < most; i++ {
		resp, err = http.Get(u) // want "gets another value before it is closed"
		if err != nil {
			return nil, err
		}
		if i < most-2 {
			resp.Body.Close()
		}
	}
	return resp, nil
}

func firstTwo(u string) (resp *http.Response, err error) {
	for i := 0; i < most; i++ {
		if i > 1 {
			resp.Body.Close()
		}
		resp, err = http.Get(u) // want "gets another value before it is closed"
		if err != nil {
			return nil, err
		}
	}
	return resp, nil
}

// The number is set back, so that the last turn may come again.
func setBack(us []string, again func() bool) (resp *http.Response, err error) {
	for i := 0; i < len(us); i++ {
		resp, err = http.Get(us[i]) // want "gets another value before it is closed"
		if err != nil {
			return nil, err
		}
		if i < len(us)-1 {
			resp.Body.Close()
		}
		if again() {
			i = 0
		}
	}
	return resp, nil
}

// Each turn of the outer loop begins the inner one anew.
func outer(us []string) (resp *http.Response, err error) {
	for range most {
		for i, u := range us {
			resp, err = http.Get(u) // want "gets another value before it is closed"
			if err != nil {
				return nil, err
			}
			if i < len(us)-1 {
				resp.Body.Close()
			}
		}
	}
	return resp, nil
}

// The turns go down.
func down(u string) (resp *http.Response, err error) {
	for i := most; i > 0; i-- {
		resp, err = http.Get(u) // want "gets another value before it is closed"
		if err != nil {
			return nil, err
		}
		if i < most {
			resp.Body.Close()
		}
	}
	return resp, nil
}
