using CaseCoordination.DataSharing.Holdings.Consents.Domain;
using CaseCoordination.DataSharing.Holdings.Domain;

namespace CaseCoordination.DataSharing.Holdings.Letters;

/// <summary>Between what files keep and what letters say.</summary>
public static class Told
{
    public static AskLetter Ask(Asked asked) =>
        new()
        {
            Mode = asked.Mode,
            Package = asked.Package,
            Number = asked.Number,
            Name = asked.Name,
            Sha256 = asked.Sha256,
            Holder = asked.Holder,
            Act = new(asked.Act.Kind, asked.Act.Purpose, asked.Act.Recipient, asked.Act.To),
            Reason = asked.Reason,
            Of = asked.Of,
            AnswerBy = new(asked.AnswerBy.WarnAt, asked.AnswerBy.At),
        };

    public static Asked Asked(AskLetter told) =>
        new(
            told.Mode,
            told.Package,
            told.Number,
            told.Name,
            told.Sha256,
            told.Holder,
            new Act(told.Act.Kind, told.Act.Purpose, told.Act.Recipient, told.Act.To),
            told.Reason,
            told.Of,
            new Limit(told.AnswerBy.WarnAt, told.AnswerBy.At)
        );

    public static ToldWhereabouts Of(Whereabouts w) =>
        new(w.Authority, w.Via, w.Told, w.Delivered, w.Confirmed, w.DeletedSha256, w.DeletedAt);

    public static Whereabouts Of(ToldWhereabouts w) =>
        new(w.Authority, w.Via, w.Told, w.Delivered, w.Confirmed, w.DeletedSha256, w.DeletedAt);

    public static Say Say(ConsentAnswerLetter told, ReceivedLetter letter) =>
        new(
            told.Originator,
            told.Granted ? Answers.Granted : Answers.Denied,
            told.Reason,
            told.Terms,
            told.Until,
            letter.LetterId,
            letter.Sender,
            letter.SubmittedAt
        );

    public static Say Say(ObjectionLetter told, ReceivedLetter letter) =>
        new(
            told.Originator,
            told.Objects ? Answers.Objected : Answers.NoObjection,
            told.Reason,
            null,
            null,
            letter.LetterId,
            letter.Sender,
            letter.SubmittedAt
        );
}
