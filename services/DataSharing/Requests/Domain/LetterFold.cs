namespace CaseCoordination.DataSharing.Requests.Domain;

/// <summary>How a file changes by what the border tells of its letters.</summary>
internal static class LetterFold
{
    public static Request Move(Request file, LetterMoved e)
    {
        var moved = file with
        {
            Letters =
            [
                .. file.Letters.Select(l =>
                    l.Id == e.LetterId ? l with { State = e.State, Reason = e.Reason, At = e.At } : l
                ),
            ],
        };
        return LetterSteps.IsStopped(e.State) ? Undo(moved, e) : Advance(moved, e);
    }

    private static Request Advance(Request file, LetterMoved e)
    {
        if (file.Submission is not { } sent || sent.LetterId != e.LetterId)
        {
            return file.Tie == e.LetterId ? file with { Basis = e.Basis ?? file.Basis } : file;
        }

        var isThere = LetterSteps.RankOf(e.State) >= LetterSteps.RankOf(LetterSteps.Delivered);
        return file with
        {
            Basis = e.Basis ?? file.Basis,
            Submission = isThere && sent.DeliveredAt is null ? sent with { DeliveredAt = e.At } : sent,
        };
    }

    /// <summary>What a stopped letter would have told did not take place: the other side never learns of it.</summary>
    private static Request Undo(Request file, LetterMoved e)
    {
        var letter = e.LetterId;
        var isTheRequest = file.Submission?.LetterId == letter;
        return file with
        {
            Stop = isTheRequest ? new Stop(e.Reason, e.Explanation, e.At) : file.Stop,
            Submission = isTheRequest ? null : file.Submission,
            Dues = isTheRequest ? [] : file.Dues.RemoveAll(d => d.LetterId == letter),
            Consultations =
            [
                .. file
                    .Consultations.Where(c => c.LetterId != letter)
                    .Select(c =>
                        c.ReplyLetterId == letter
                            ? c with
                            {
                                Advice = null,
                                Comment = null,
                                ReplyLetterId = null,
                                RepliedAt = null,
                            }
                            : c
                    ),
            ],
            Confirmation = Unless(file.Confirmation, letter),
            Acknowledgement = Unless(file.Acknowledgement, letter),
            Acceptance = Unless(file.Acceptance, letter),
            Withdrawal = Unless(file.Withdrawal, letter),
            Lapse = Unless(file.Lapse, letter),
            Closing = file.Closing?.LetterId == letter ? null : file.Closing,
            Clarifications =
            [
                .. file
                    .Clarifications.Where(c => c.LetterId != letter)
                    .Select(c =>
                        c.ReplyLetterId == letter ? c with { Reply = null, ReplyLetterId = null, RepliedAt = null } : c
                    ),
            ],
            PartAnswers = file.PartAnswers.RemoveAll(a => a.LetterId == letter),
            Answers = file.Answers.RemoveAll(a => a.LetterId == letter),
            Refusals = file.Refusals.RemoveAll(r => r.LetterId == letter),
            Escalations =
            [
                .. file
                    .Escalations.Where(x => x.LetterId != letter)
                    .Select(x =>
                        x.ResultLetterId == letter
                            ? x with
                            {
                                Result = null,
                                Statement = null,
                                ResultLetterId = null,
                                DecidedAt = null,
                            }
                            : x
                    ),
            ],
        };
    }

    private static Step? Unless(Step? step, Guid letter) => step?.LetterId == letter ? null : step;
}
