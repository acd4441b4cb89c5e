package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/pygrader/pygrader/internal/grader"
	"github.com/pygrader/pygrader/internal/sandbox"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
	"github.com/pygrader/pygrader/internal/sandbox/local"
)

const account = `
class Account:
    def __init__(self, balance):
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance


def double(x):
    return 2 * x


def call_often(function, times):
    for number in range(times):
        function(number)


def copied(numbers):
    return list(numbers)
`

// objectCosts times one of each in batches, with timeit, so that its own cost is small in one process too.
const objectCosts = `
import json
import timeit

from solution import Account, call_often, copied, double


def cost(code, *, number=20, of=1, setup="pass", repeat=25, **names):
    samples = sorted(timeit.repeat(code, setup, repeat=repeat, number=number, globals=globals() | names))
    return 1000 * samples[repeat // 2] / number / of


def test_objects():
    held = Account(0)
    print(json.dumps({
        "function": cost("double(1)"),
        "method": cost("held.deposit(1)", held=held),
        "attribute": cost("held.balance", held=held),
        "callback": cost("call_often(function, 100)", number=1, of=100, function=lambda number: number),
        "construction": cost("Account(1)"),
    }))


def test_list():
    numbers = list(range(200_000))
    print(json.dumps({
        "200,000 ints": cost("copied(fresh)", setup="fresh = list(numbers)", number=1, repeat=5, numbers=numbers),
    }))
`

// parts are the figures that objectCosts prints, in the order to show them in.
var parts = []string{"function", "method", "attribute", "callback", "construction", "200,000 ints"}

// objects measures what each use of a solution's objects costs, through Docker and between two local processes, in ms
// and as a ratio to the same code in one process; then a suite of 1,000 calls as a whole.
func objects(ctx context.Context, dir string, opts docker.Options, runs int) error {
	costs, err := suiteOf(filepath.Join(dir, "objects"), objectCosts)
	if err != nil {
		return err
	}
	whole, err := suiteOf(filepath.Join(dir, "thousand"), thousandCalls())
	if err != nil {
		return err
	}
	processes, err := local.NewBackend(local.Options{})
	if err != nil {
		return err
	}
	backends := map[string]sandbox.Backend{"docker": docker.NewBackend(opts), "local": processes}
	for _, name := range []string{"docker", "local"} {
		g := grader.New(grader.Config{Backend: backends[name]})
		err := costs.measure(ctx, name, g, runs)
		if err == nil {
			err = pair("1,000 calls in 10 tests, "+name+", against bare pytest", runs,
				func() error { return g.Ready(ctx, whole.exercise) },
				func() error { return passes(ctx, g, whole.exercise, whole.solution) },
				func() error { _, err := whole.plain(); return err })
		}
		g.Close()
		if err := errors.Join(err, backends[name].Close(ctx)); err != nil {
			return err
		}
	}
	return nil
}

// thousandCalls are ten tests of a hundred calls each.
func thousandCalls() string {
	var tests strings.Builder
	tests.WriteString("from solution import Account\n")
	for i := range 10 {
		fmt.Fprintf(&tests, "\n\ndef test_%d():\n    held = Account(0)\n    for _ in range(100):\n        held.deposit(%d)\n    assert held.balance == %d\n",
			i, i, 100*i)
	}
	return tests.String()
}
