package docker

import (
	"context"
	"errors"
	"fmt"
	"strconv"

	cerrdefs "github.com/containerd/errdefs"
	"github.com/docker/docker/api/types/container"
	"github.com/docker/docker/api/types/filters"
)

// Sweep removes the containers that dead runners left on the engine: those whose labels name this host and a process
// that is no more. It leaves alone the ones of living runners and of other hosts, and returns how many it removed.
func (c *Client) Sweep(ctx context.Context) (int, error) {
	here, err := host()
	if err != nil {
		return 0, fmt.Errorf("finding out which host this is: %w", err)
	}
	list, err := c.list(ctx, labelHost+"="+here)
	if err != nil {
		return 0, err
	}
	var removed int
	var errs []error
	for _, s := range list {
		pid, err := strconv.Atoi(s.Labels[labelPid])
		if err != nil || startTime(pid) == s.Labels[labelStart] {
			continue
		}
		if err := c.remove(ctx, s.ID); err != nil {
			errs = append(errs, fmt.Errorf("removing the container %.12s of a dead runner: %w", s.ID, err))
			continue
		}
		removed++
	}
	return removed, errors.Join(errs...)
}

// list returns the containers with a label, in whatever state.
func (c *Client) list(ctx context.Context, label string) ([]container.Summary, error) {
	list, err := c.api.ContainerList(ctx, container.ListOptions{All: true, Filters: filters.NewArgs(
		filters.Arg("label", labelRole), filters.Arg("label", label))})
	if err != nil {
		return nil, fmt.Errorf("listing containers: %w", err)
	}
	return list, nil
}

// remove kills and removes a container. That it is gone, or being removed by another, is no error.
func (c *Client) remove(ctx context.Context, id string) error {
	err := c.api.ContainerRemove(ctx, id, container.RemoveOptions{Force: true, RemoveVolumes: true})
	if cerrdefs.IsNotFound(err) || cerrdefs.IsConflict(err) {
		return nil
	}
	return err
}
