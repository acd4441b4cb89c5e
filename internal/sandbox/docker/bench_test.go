package docker

import (
	"context"
	"io"
	"testing"
)

func benchBackend(b *testing.B, script string) *Backend {
	b.Helper()
	c, err := engine()
	if err != nil {
		b.Skipf("no Docker engine for this benchmark: %v", err)
	}
	img, err := sharedImage()
	if err != nil {
		b.Fatal(err)
	}
	backend := NewBackend(Options{Client: c, Image: img})
	backend.command = []string{"python3", "-P", "-s", "-B", "-c", script}
	b.Cleanup(func() { _ = backend.Close(context.Background()) })
	return backend
}

// BenchmarkStart is a container's way from nothing to Python's first byte.
func BenchmarkStart(b *testing.B) {
	backend := benchBackend(b, "import sys; sys.stdout.buffer.write(b'x'); sys.stdout.flush(); sys.stdin.read()")
	for b.Loop() {
		p, err := backend.start(b.Context(), guestSpec())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.ReadFull(p, make([]byte, 1)); err != nil {
			b.Fatal(err, p.Stderr())
		}
		p.Stop()
	}
}

// BenchmarkRoundTrip is a short message there and back.
func BenchmarkRoundTrip(b *testing.B) {
	p, err := benchBackend(b, echo).start(b.Context(), guestSpec())
	if err != nil {
		b.Fatal(err)
	}
	defer p.Stop()
	msg := []byte("x\n")
	for b.Loop() {
		if _, err := p.Write(msg); err != nil {
			b.Fatal(err)
		}
		if _, err := io.ReadFull(p, msg); err != nil {
			b.Fatal(err)
		}
	}
}

func benchImport(b *testing.B, install string) {
	backend := benchBackend(b, install+"import pytest, sys; sys.stdout.buffer.write(b'x'); sys.stdout.flush(); sys.stdin.read()")
	for b.Loop() {
		p, err := backend.start(b.Context(), guestSpec())
		if err != nil {
			b.Fatal(err)
		}
		if _, err := io.ReadFull(p, make([]byte, 1)); err != nil {
			b.Fatal(err, p.Stderr())
		}
		p.Stop()
	}
}

// The next two are BenchmarkStart and import pytest.
func BenchmarkImportFromFiles(b *testing.B) { benchImport(b, "") }

func BenchmarkImportFromBundle(b *testing.B) {
	benchImport(b, "import pygrader.bundle; pygrader.bundle.install('/usr/lib/pygrader/judge.bundle')\n")
}
