using CaseCoordination.DataSharing.Requests.Domain;
using CaseCoordination.DataSharing.Requests.Letters;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Requests.Inbound;

/// <summary>What the asked authority says, as its asker's file records it: whatever the order of arrival, each thing once.</summary>
internal static class AskedWords
{
    public static Decision<RequestEvent> Advice(
        Request current,
        ReceivedLetter letter,
        ConsultationReplyLetter content,
        DateTimeOffset now
    ) =>
        current.Consultations.Any(c => c.Number == content.Number) || current.Stage == RequestStage.Unknown
            ? ToAsker(
                current,
                letter,
                now,
                current.Consultations.Any(c => c.Number == content.Number && c.RepliedAt is not null),
                () =>
                    new ConsultationAnswered(
                        content.Number,
                        content.Advice,
                        content.Comment,
                        letter.LetterId,
                        letter.Sender,
                        letter.SubmittedAt
                    )
            )
            : Reception.SetAside(current, letter, now, "no-such-consultation");

    public static Decision<RequestEvent> Acknowledgement(
        Request current,
        ReceivedLetter letter,
        AcknowledgementLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.Acknowledgement is not null,
            () => new RequestAcknowledged(Told.Of(content.Due), letter.LetterId, letter.Sender, letter.SubmittedAt)
        );

    public static Decision<RequestEvent> Question(
        Request current,
        ReceivedLetter letter,
        ClarificationAskedLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.Clarifications.Any(c => c.Number == content.Number),
            () =>
                new ClarificationAsked(
                    content.Number,
                    content.Question,
                    Told.Of(content.Answer),
                    Told.Of(content.Paused),
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    public static Decision<RequestEvent> Acceptance(
        Request current,
        ReceivedLetter letter,
        AcceptanceLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.Acceptance is not null,
            () =>
                new RequestAccepted(
                    content.Note,
                    Told.Of(content.Due),
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    public static Decision<RequestEvent> PartAnswer(
        Request current,
        ReceivedLetter letter,
        PartAnswerLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.PartAnswers.Any(a => a.Number == content.Number),
            () =>
                new RequestPartAnswered(
                    content.Number,
                    content.Text,
                    content.Packages ?? [],
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    public static Decision<RequestEvent> Answer(
        Request current,
        ReceivedLetter letter,
        AnswerLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.Answers.Any(a => a.Number == content.Round),
            () =>
                new RequestAnswered(
                    content.Round,
                    content.Text,
                    content.Packages ?? [],
                    Told.Of(content.CloseBy),
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    public static Decision<RequestEvent> Refusal(
        Request current,
        ReceivedLetter letter,
        RefusalLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.Refusals.Any(r => r.Round == content.Round),
            () =>
                new RequestRefused(
                    content.Round,
                    content.Ground,
                    content.Reason,
                    content.Citations,
                    content.Duties,
                    Told.Of(content.CloseBy),
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    public static Decision<RequestEvent> Extension(
        Request current,
        ReceivedLetter letter,
        ExtensionLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.Dues.Any(d => d.Due == Told.Of(content.Due)),
            () =>
                new DueExtended(
                    Told.Of(content.Due),
                    content.Reason,
                    letter.LetterId,
                    letter.Sender,
                    letter.SubmittedAt
                )
        );

    public static Decision<RequestEvent> Lapse(
        Request current,
        ReceivedLetter letter,
        LapseLetter content,
        DateTimeOffset now
    ) =>
        ToAsker(
            current,
            letter,
            now,
            current.Lapse is not null,
            () => new RequestLapsed(content.Cause, letter.LetterId, letter.Sender, letter.SubmittedAt)
        );

    public static Decision<RequestEvent> EscalationResult(
        Request current,
        ReceivedLetter letter,
        EscalationResultLetter content,
        DateTimeOffset now
    ) =>
        current.Escalations.Any(x => x.Number == content.Number) || current.Stage == RequestStage.Unknown
            ? ToAsker(
                current,
                letter,
                now,
                current.Escalations.Any(x => x.Number == content.Number && x.Result is not null),
                () =>
                    new EscalationDecided(
                        content.Number,
                        content.Result,
                        content.Statement,
                        Told.Of(content.Due),
                        letter.LetterId,
                        letter.Sender,
                        letter.SubmittedAt
                    )
            )
            : Reception.SetAside(current, letter, now, "no-such-escalation");

    private static Decision<RequestEvent> ToAsker(
        Request current,
        ReceivedLetter letter,
        DateTimeOffset now,
        bool isKnown,
        Func<RequestEvent> fact
    ) => Reception.Record(current, letter, now, Side.Asker, isKnown, fact);
}
