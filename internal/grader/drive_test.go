package grader

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"testing"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/sandbox"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
	"github.com/pygrader/pygrader/internal/sandbox/local"
)

func TestDrive(t *testing.T) {
	suite := os.Getenv("DRIVE_SUITE")
	if suite == "" {
		t.Skip("dev")
	}
	var b sandbox.Backend
	b, err := local.NewBackend(local.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if os.Getenv("DRIVE_DOCKER") != "" {
		c, err := docker.Connect(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		im, err := c.EnsureImage(context.Background(), func(s string) { fmt.Println(s) })
		if err != nil {
			t.Fatal(err)
		}
		b = docker.NewBackend(docker.Options{Client: c, Image: im, Runtime: os.Getenv("DRIVE_RUNTIME")})
	}
	var ex *exercise.Exercise
	if os.Getenv("DRIVE_EX") != "" {
		c := exercise.NewCatalogue(os.DirFS("/work/main/exercises"), "exercises")
		ex, err = c.Open(suite)
	} else {
		ex, err = exercise.FromSuite(suite, "solution.py")
	}
	if err != nil {
		t.Fatal(err)
	}
	g := New(Config{Backend: b})
	defer g.Close(context.Background())
	r, err := g.Grade(context.Background(), ex, os.Getenv("DRIVE_SUB"))
	data, _ := json.MarshalIndent(r, "", " ")
	fmt.Println(string(data), err)
	if g.judge != nil {
		p, _ := g.judge.wait()
		fmt.Println("JUDGE STDERR", p.process.Stderr())
	}
}
