// Package exercises holds the built-in catalogue: a folder for each exercise, embedded in the binary.
//
// It promises the files as they are, among them what Python's tools left in a source tree, such as __pycache__, which
// internal/exercise passes over. The hidden tests and the solutions are in the binary too: they are as public as this
// source.
package exercises

import "embed"

// Files are the exercises, by slug. This file is among them and is none.
//
//go:embed all:*
var Files embed.FS
