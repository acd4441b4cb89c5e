// Command testsummary reads what go test -json prints and says, for people and for CI, what came of it: the output of
// each test that failed, each test that was skipped with its reason, and a closing line.
//
// It promises exit code 1 when a test failed, when none ran, or when one was skipped that the file of -allow does not
// list. With -junit it counts in the tests of another runner, from its JUnit XML file. It runs nothing itself.
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	allow := flag.String("allow", "", "a `file` of tests that may be skipped: a name, a colon and a part of the reason in each line")
	junit := flag.String("junit", "", "a JUnit XML `file` to count in")
	flag.Parse()
	good, err := run(os.Stdin, os.Stdout, *allow, *junit)
	if err != nil {
		fmt.Fprintln(os.Stderr, "testsummary: "+err.Error())
	}
	if err != nil || !good {
		os.Exit(1)
	}
}
