package docker

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

var engine = sync.OnceValues(func() (*Client, error) { return Connect(context.Background()) })

// testClient returns the engine's client, or skips the test and says why.
func testClient(t *testing.T) *Client {
	t.Helper()
	c, err := engine()
	if err != nil {
		t.Skipf("no Docker engine for this test: %v", err)
	}
	return c
}

var sharedImage = sync.OnceValues(func() (Image, error) {
	c, err := engine()
	if err != nil {
		return Image{}, err
	}
	return c.EnsureImage(context.Background(), nil)
})

// testImage builds the image once for all tests, where it is missing.
func testImage(t *testing.T) Image {
	t.Helper()
	testClient(t)
	img, err := sharedImage()
	require.NoError(t, err)
	return img
}
