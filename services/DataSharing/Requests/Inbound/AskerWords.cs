using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>What the asker says, as the asked authority's file records it: whatever the order of arrival, each thing once.</summary>
internal static class AskerWords
{
    public static Decision<RequestEvent> Confirmation(
        Request current,
        ReceivedLetter letter,
        ConfirmationLetter content,
        DateTimeOffset now
    ) =>
        ToAsked(
            current,
            letter,
            now,
            current.Confirmation is not null,
            () => new RequestConfirmed(content.Statement, letter.LetterId, letter.Sender, letter.SubmittedAt)
        );

    public static Decision<RequestEvent> Reply(
        Request current,
        ReceivedLetter letter,
        ClarificationGivenLetter content,
        Intake intake
    ) =>
        current.Clarifications.FirstOrDefault(c => c.Number == content.Number) is { } question
            ? ToAsked(
                current,
                letter,
                intake.Now,
                !question.IsOpen,
                () =>
                    GiveClarification.Given(
                        current,
                        question,
                        content.Reply,
                        letter.LetterId,
                        letter.Sender,
                        letter.SubmittedAt,
                        letter.SubmittedAt,
                        intake.Calendars
                    )
            )
        : current.Stage == RequestStage.Unknown ? Reception.NotYet("request-not-yet-here")
        : Reception.SetAside(current, letter, intake.Now, "no-such-question");

    /// <summary>A draft may be taken back as well as a request, and the one that is taken back may still be under way.</summary>
    public static Decision<RequestEvent> Withdrawal(
        Request current,
        ReceivedLetter letter,
        WithdrawalLetter content,
        DateTimeOffset now
    ) =>
        ToAsked(
            current,
            letter,
            now,
            current.Withdrawal is not null,
            () => new RequestWithdrawn(content.Reason, letter.LetterId, letter.Sender, letter.SubmittedAt)
        );

    public static Decision<RequestEvent> Escalation(
        Request current,
        ReceivedLetter letter,
        EscalationLetter content,
        DateTimeOffset now
    ) =>
        ToAsked(
            current,
            letter,
            now,
            current.Escalations.Any(x => x.Number == content.Number),
            () =>
                new RequestEscalated(
                    content.Number,
                    content.Round,
                    content.Level,
                    content.Reason,
                    Told.Of(content.Answer),
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    public static Decision<RequestEvent> Closing(
        Request current,
        ReceivedLetter letter,
        ClosingLetter content,
        DateTimeOffset now
    ) =>
        ToAsked(
            current,
            letter,
            now,
            current.Closing is not null,
            () =>
                new RequestClosed(
                    content.Timeliness,
                    content.Usefulness,
                    content.Comment,
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    private static Decision<RequestEvent> ToAsked(
        Request current,
        ReceivedLetter letter,
        DateTimeOffset now,
        bool isKnown,
        Func<RequestEvent> fact
    ) => Reception.Record(current, letter, now, Side.Asked, isKnown, fact);
}
