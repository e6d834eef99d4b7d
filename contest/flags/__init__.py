"""What is odd about a submission, said to a checker: questions to a person, never a verdict."""
