// Package docker runs judges and guests in containers of a Docker engine, behind the walls of walls.go, and makes the
// image they run from.
//
// It promises: a container is driven over one attached stream and nothing else, so a remote or rootless engine works
// like a local one; no container outlives its runner, however that ended (a closed stream ends it, and Sweep removes
// what is left of dead runners on this host); a failed or cancelled image build leaves nothing behind; every error
// that a person can do something about is an *Error with a remedy.
//
// It does not: read frames, know what a submission is, or decide anything about a verdict.
package docker
