package grader

import (
	"context"
	"encoding/json"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/pygrader/pygrader/internal/protocol"
)

// errGuest and errJudge say who ended during a session.
var (
	errGuest = errors.New("the guest ended")
	errJudge = errors.New("the judge ended")
	errIdle  = errors.New("nothing is left to do for a judge that is still starting")
)

// account is what is known of one test after a session.
type account struct {
	report *protocol.ReportMessage
	facts  *protocol.FactsMessage
	due    int // facts that are still to come: a test may be begun again, alone
}

// session relays one JOB between a judge and a guest, and joins what both say of each test.
type session struct {
	judge, guest *peer
	base         uint32
	clock        *clock
	onReport     func(protocol.ReportMessage)

	toJudge chan protocol.Frame // so that the guest's reader never waits for the judge
	waiting atomic.Int64        // frames in toJudge or on their way from it
	held    atomic.Int64        // bytes of these

	mu        sync.Mutex
	current   uint32           // the channel that may talk: the collection's, then each test's in turn
	running   bool             // the judge has its job
	released  bool             // the import has ended, and the judge may go on
	asked     []protocol.Frame // until then, for the guest
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

// mostHeld is how many bytes may wait for the judge: the threads of a guest ask without being asked, and what they send
// lies in this process. One message has at most 24 MiB.
const mostHeld = 64 << 20

// direct is the size of a frame that a pipe takes at once.
const direct = 32 << 10

func newSession(judge, guest *peer, base uint32, c *clock, onReport func(protocol.ReportMessage)) *session {
	return &session{
		judge: judge, guest: guest, base: base, clock: c, current: base, onReport: onReport,
		toJudge: make(chan protocol.Frame, queue), accounts: map[uint32]*account{},
		imported: make(chan protocol.ImportedMessage, 1), finished: make(chan struct{}),
	}
}

// importOutcome is how an import ended, the claim read.
type importOutcome struct {
	protocol.ImportedMessage
	claim protocol.ImportClaim
}

func (o importOutcome) ok() bool { return !o.Ended && o.claim.OK }

// run starts a new template and, beside it, the job, which goes no further than collecting the tests where the import
// fails. errGuest and errJudge leave the accounts of the tests that had ended.
func (s *session) run(ctx context.Context, job protocol.JobMessage, direct bool) (outcome importOutcome, failed error) {
	job.Channel = s.base
	s.judge.handle(s.fromJudge)
	s.guest.handle(s.fromGuest)
	defer context.AfterFunc(ctx, func() { s.judge.stop(); s.guest.stop() })() // whatever blocks, a write among them
	s.clock.pass(theSubmission)
	defer s.clock.pass(pygrader)
	if err := s.guest.tell(protocol.Import, s.base, protocol.ImportMessage{Direct: direct}); err != nil {
		return outcome, err
	}
	if err := s.judge.tell(protocol.Job, 0, job); err != nil {
		return outcome, err
	}
	defer s.pump()()
	guestEnded, imported := s.guest.ended, s.imported
	for {
		select {
		case m := <-imported:
			imported = nil
			outcome.ImportedMessage = m
			if json.Unmarshal([]byte(m.Claim), &outcome.claim) != nil {
				outcome.claim = protocol.ImportClaim{Message: "the import reported nonsense"}
			}
			if !outcome.ok() && !s.judge.isReady() {
				return outcome, errIdle
			}
			if err := s.letGo(outcome, direct); err != nil {
				return outcome, err
			}
		case <-s.finished:
			return outcome, failed
		case <-s.judge.ended:
			return outcome, errJudge
		case <-ctx.Done():
			s.judge.stop()
			s.guest.stop()
			return outcome, context.Cause(ctx)
		case <-guestEnded:
			guestEnded, failed = nil, errGuest
			if imported != nil {
				imported = nil
				if err := s.letGo(outcome, direct); err != nil {
					return outcome, err
				}
			}
			s.loseGuest()
		}
	}
}

// pump passes on what waits for the judge, which expects its job first; the function that comes back ends that.
func (s *session) pump() (stop func()) {
	s.mu.Lock()
	s.running = true
	s.mu.Unlock()
	pumped := make(chan struct{})
	waiting := s.toJudge // stop sets the field to nil
	go func() {
		defer close(pumped)
		for f := range waiting {
			s.judge.send(f)
			s.waiting.Add(-1)
			s.held.Add(-int64(len(f.Payload)))
		}
	}()
	return func() {
		s.guest.handle(nil)
		s.judge.handle(nil)
		s.mu.Lock()
		close(s.toJudge)
		s.toJudge = nil
		s.mu.Unlock()
		<-pumped
	}
}

// letGo tells the judge how the import ended, and then the guest what tests have asked meanwhile.
func (s *session) letGo(outcome importOutcome, direct bool) error {
	runs := outcome.ok() && (outcome.Forkable || direct)
	if err := s.judge.tell(protocol.Go, 0, protocol.GoMessage{CollectOnly: !runs}); err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	defer s.checkFinished() // a judge that cannot collect has ended its session before
	if !outcome.ok() {
		s.guestGone, s.released = true, true // for this session: nobody answers
		s.sayLost(s.base)
		return nil
	}
	s.clock.pass(theTests)
	for len(s.asked) > 0 {
		s.clock.pass(theSubmission)
		asked := s.asked
		s.asked = nil
		s.mu.Unlock() // a guest that is writing needs a reader to take what it is sent
		for _, f := range asked {
			s.guest.send(f)
		}
		s.mu.Lock()
	}
	s.released = true
	return nil
}

// loseGuest answers for a guest that is gone, so that the judge's session comes to its end.
func (s *session) loseGuest() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.guestGone = true
	for _, a := range s.accounts {
		if a.facts == nil || a.due > 0 {
			a.facts = &protocol.FactsMessage{Reason: "lost"}
			s.open -= a.due
			a.due = 0
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
	if s.held.Add(int64(len(f.Payload))) > mostHeld {
		s.guest.stop()
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
	case protocol.Begin, protocol.Next, protocol.Data, protocol.File, protocol.Usage, protocol.End:
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
		s.begin(f.Channel)
	case protocol.Next:
		var m protocol.NextMessage
		if protocol.Decode(f, &m) == nil {
			s.begin(m.Test)
		}
	case protocol.Data:
		s.clock.pass(theSubmission)
	case protocol.End:
		s.current = 0
	}
	if s.guestGone && f.Kind != protocol.End {
		s.sayLost(f.Channel)
	}
	if !s.released {
		s.asked = append(s.asked, f)
	}
	return s.released && !s.guestGone
}

// begin opens the account of a test: its facts are due.
func (s *session) begin(test uint32) {
	a := s.account(test)
	if !s.guestGone {
		a.due++
		s.open++
	} else {
		a.facts = &protocol.FactsMessage{Reason: "lost"}
	}
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
	case protocol.Data, protocol.Output, protocol.Died, protocol.File, protocol.Usage:
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
		if !ok || a.due == 0 || protocol.Decode(f, facts) != nil {
			return
		}
		a.facts = facts
		a.due--
		s.open--
		s.checkFinished()
	}
}

// checkFinished ends the session where nothing more is due: how the import ended, the judge's end, facts.
func (s *session) checkFinished() {
	if s.released && s.judgeDone && s.open <= 0 {
		select {
		case <-s.finished:
		default:
			close(s.finished)
		}
	}
}
