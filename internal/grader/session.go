package grader

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/pygrader/pygrader/internal/protocol"
)

// errGuest and errJudge say who ended during a session.
var (
	errGuest = errors.New("the guest ended")
	errJudge = errors.New("the judge ended")
)

// account is what is known of one test after a session.
type account struct {
	report *protocol.ReportMessage
	facts  *protocol.FactsMessage
}

// session relays one JOB between a judge and a guest, and joins what both say of each test.
type session struct {
	judge, guest *peer
	base         uint32
	clock        *clock
	onReport     func(protocol.ReportMessage)

	toJudge chan protocol.Frame // so that the guest's reader never waits for the judge
	waiting atomic.Int64        // frames in toJudge or on their way from it

	mu        sync.Mutex
	current   uint32 // the channel that may talk: the collection's, then each test's in turn
	running   bool   // the judge has its job
	guestGone bool
	said      bool // the submission has given the tests something
	collected *protocol.CollectedMessage
	accounts  map[uint32]*account
	order     []uint32
	open      int // tests whose facts have not come
	judgeDone bool
	imported  chan protocol.ImportedMessage
	finished  chan struct{}
}

// queue bounds what waits for the judge: strict turns and the cap on output keep it far below.
const queue = 4096

// direct is the size of a frame that a pipe takes at once.
const direct = 32 << 10

func newSession(judge, guest *peer, base uint32, c *clock, onReport func(protocol.ReportMessage)) *session {
	return &session{
		judge: judge, guest: guest, base: base, clock: c, current: base, onReport: onReport,
		toJudge: make(chan protocol.Frame, queue), accounts: map[uint32]*account{},
		imported: make(chan protocol.ImportedMessage, 1), finished: make(chan struct{}),
	}
}

// importSubmission starts a new template and waits for its word.
func (s *session) importSubmission(ctx context.Context, direct bool) (protocol.ImportedMessage, error) {
	s.guest.handle(s.fromGuest)
	s.clock.pass(theSubmission)
	defer s.clock.pass(pygrader)
	if err := s.guest.tell(protocol.Import, s.base, protocol.ImportMessage{Direct: direct}); err != nil {
		return protocol.ImportedMessage{}, err
	}
	select {
	case m := <-s.imported:
		return m, nil
	case <-s.guest.ended:
		return protocol.ImportedMessage{}, errGuest
	case <-ctx.Done():
		return protocol.ImportedMessage{}, context.Cause(ctx)
	}
}

// run runs the job to its end. errGuest and errJudge leave the accounts of the tests that had ended.
func (s *session) run(ctx context.Context, job protocol.JobMessage) error {
	job.Channel = s.base
	s.clock.pass(theTests)
	defer s.clock.pass(pygrader)
	s.judge.handle(s.fromJudge)
	// Before the pump: what the import printed waits in the queue, and a judge expects its job first.
	defer context.AfterFunc(ctx, func() { s.judge.stop(); s.guest.stop() })() // whatever blocks, a write among them
	if err := s.judge.tell(protocol.Job, 0, job); err != nil {
		return err
	}
	s.mu.Lock()
	s.running = true
	s.mu.Unlock()
	pumped := make(chan struct{})
	waiting := s.toJudge // run itself sets the field to nil
	go func() {
		defer close(pumped)
		for f := range waiting {
			s.judge.send(f)
			s.waiting.Add(-1)
		}
	}()
	defer func() {
		s.guest.handle(nil)
		s.judge.handle(nil)
		s.mu.Lock()
		close(s.toJudge)
		s.toJudge = nil
		s.mu.Unlock()
		<-pumped
	}()
	guestEnded := s.guest.ended
	var failed error
	for {
		select {
		case <-s.finished:
			return failed
		case <-s.judge.ended:
			return errJudge
		case <-ctx.Done():
			s.judge.stop()
			s.guest.stop()
			return context.Cause(ctx)
		case <-guestEnded:
			guestEnded, failed = nil, errGuest
			s.loseGuest()
		}
	}
}

// loseGuest answers for a guest that is gone, so that the judge's session comes to its end.
func (s *session) loseGuest() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.guestGone = true
	for _, a := range s.accounts {
		if a.facts == nil {
			a.facts = &protocol.FactsMessage{Reason: "lost"}
			s.open--
		}
	}
	s.sayLost(s.current)
	s.checkFinished()
}

func (s *session) sayLost(channel uint32) {
	if f, err := protocol.Encode(protocol.Died, channel, protocol.FactsMessage{Reason: "lost"}); err == nil {
		s.enqueue(f)
	}
}

func (s *session) enqueue(f protocol.Frame) {
	if s.toJudge == nil {
		return
	}
	// A judge that waits for an answer is reading: most frames go without a change of goroutine.
	if f.Kind == protocol.Data && len(f.Payload) < direct && s.running && s.waiting.Load() == 0 {
		s.judge.send(f)
		return
	}
	s.waiting.Add(1)
	select {
	case s.toJudge <- f:
	default: // out of turn, whatever it is
		s.guest.stop()
	}
}

// fromJudge runs on the judge's reader: what the judge says is trusted.
func (s *session) fromJudge(f protocol.Frame) {
	switch f.Kind {
	case protocol.Begin, protocol.Data, protocol.File, protocol.End:
		if s.note(f) {
			s.guest.send(f)
		}
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch f.Kind {
	case protocol.Collected:
		s.collected = &protocol.CollectedMessage{}
		_ = protocol.Decode(f, s.collected)
	case protocol.Report:
		report := &protocol.ReportMessage{}
		if protocol.Decode(f, report) != nil {
			return
		}
		s.account(f.Channel).report = report
		s.onReport(*report)
	case protocol.Done:
		s.judgeDone = true
	}
	s.checkFinished()
}

// heard says whether the submission has given the tests anything; what it printed lies with them unread.
func (s *session) heard() bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.said
}

// note keeps track of whose turn it is; false where the frame has no receiver any more.
func (s *session) note(f protocol.Frame) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch f.Kind {
	case protocol.Begin:
		s.current = f.Channel
		s.account(f.Channel)
		if !s.guestGone {
			s.open++
		} else {
			s.accounts[f.Channel].facts = &protocol.FactsMessage{Reason: "lost"}
		}
	case protocol.Data:
		s.clock.pass(theSubmission)
	case protocol.End:
		s.current = 0
	}
	if s.guestGone && f.Kind != protocol.End {
		s.sayLost(f.Channel)
	}
	return !s.guestGone
}

func (s *session) account(channel uint32) *account {
	a, ok := s.accounts[channel]
	if !ok {
		a = &account{}
		s.accounts[channel] = a
		s.order = append(s.order, channel)
	}
	return a
}

// fromGuest runs on the guest's reader: only what is due from the test that is on goes further.
func (s *session) fromGuest(f protocol.Frame) {
	s.mu.Lock()
	defer s.mu.Unlock()
	switch f.Kind {
	case protocol.Data, protocol.Output, protocol.Died, protocol.File:
		if f.Channel != s.current {
			return
		}
		if f.Kind == protocol.Data || f.Kind == protocol.Died {
			s.said = s.said || f.Kind == protocol.Data
			s.clock.pass(theTests)
		}
		s.enqueue(f)
	case protocol.Imported:
		var m protocol.ImportedMessage
		if f.Channel == s.base && protocol.Decode(f, &m) == nil {
			select {
			case s.imported <- m:
			default:
			}
		}
	case protocol.Facts:
		facts := &protocol.FactsMessage{}
		a, ok := s.accounts[f.Channel]
		if !ok || a.facts != nil || protocol.Decode(f, facts) != nil {
			return
		}
		a.facts = facts
		s.open--
		s.checkFinished()
	}
}

func (s *session) checkFinished() {
	if s.judgeDone && s.open <= 0 {
		select {
		case <-s.finished:
		default:
			close(s.finished)
		}
	}
}
