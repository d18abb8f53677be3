// Package browsers runs tasks in a browser.
package browsers

import (
	"context"

	"github.com/chromedp/chromedp"
)

func leak(task chromedp.Action) error {
	ctx, _ := chromedp.NewContext(context.Background()) // want "the cancel function that chromedp.NewContext returns is thrown away"
	return chromedp.Run(ctx, task)
}

func leakAllocator(address string, task chromedp.Action) error {
	browser, _ := chromedp.NewRemoteAllocator(context.Background(), address) // want "thrown away"
	return chromedp.Run(browser, task)
}

func okParentIsCancelled(task chromedp.Action) error {
	parent, cancel := chromedp.NewContext(context.Background())
	defer cancel()
	tab, _ := chromedp.NewContext(parent)
	return chromedp.Run(tab, task)
}

func open(address string) (context.Context, context.CancelFunc, context.CancelFunc) {
	browser, stop := chromedp.NewRemoteAllocator(context.Background(), address)
	tab, cancel := chromedp.NewContext(browser)
	return tab, stop, cancel
}

func okHelperIsCancelled(address string, task chromedp.Action) error {
	parent, stop, cancel := open(address)
	defer stop()
	defer cancel()
	tab, _ := chromedp.NewContext(parent)
	return chromedp.Run(tab, task)
}
