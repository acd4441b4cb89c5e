// Package sandbox holds what lives inside the image: the Python package pygrader (its parts wire, guest and judge),
// the seccomp profile and the image recipes, all embedded in the binary.
//
// It promises the files as they are; internal/sandbox/docker makes an image of them, internal/sandbox/local runs them
// in place. The frames that they speak are specified in PROTOCOL.md, what they defend against in SECURITY.md.
package sandbox

import "embed"

// Files are the embedded files, named relative to this folder.
//
//go:embed all:pygrader image seccomp.json
var Files embed.FS
