package cli

import (
	"context"
	"errors"
	"os"
	"os/signal"
	"syscall"
)

// errInterrupted is the cause of a context that a signal ended.
var errInterrupted = errors.New("interrupted; nothing is left running")

// notify returns a context that the first SIGINT or SIGTERM cancels. The second one calls abort, for whom cleaning up
// takes too long: what still runs in containers ends by itself when their streams close. Whoever calls it calls stop.
func notify(parent context.Context, abort func()) (ctx context.Context, stop func()) {
	ctx, cancel := context.WithCancelCause(parent)
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, syscall.SIGINT, syscall.SIGTERM)
	quit, ended := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(ended)
		for _, act := range []func(){func() { cancel(errInterrupted) }, abort} {
			select {
			case <-signals:
				act()
			case <-quit:
				return
			}
		}
	}()
	return ctx, func() {
		signal.Stop(signals)
		close(quit)
		<-ended
		cancel(context.Canceled)
	}
}
