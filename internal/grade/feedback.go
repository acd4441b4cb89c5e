package grade

// Feedback says what a candidate learns of hidden tests.
type Feedback string

// The policies, from the strictest. Each shows what the one before it shows, and more.
const (
	FeedbackScore Feedback = "score" // status and points, and of public tests everything
	FeedbackTasks Feedback = "tasks" // the points of each task
	FeedbackHints Feedback = "hints" // its counts by outcome, and its author's hint where it is not full
	FeedbackFull  Feedback = "full"  // the hidden tests themselves
)

// Feedbacks lists the policies, from the strictest.
func Feedbacks() []Feedback {
	return []Feedback{FeedbackScore, FeedbackTasks, FeedbackHints, FeedbackFull}
}
