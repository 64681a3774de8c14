using System.Text.Json.Serialization;
using CaseCoordination.EnforcementActions.Disputes.Domain;

namespace CaseCoordination.EnforcementActions.Disputes.Letters;

/// <summary>
/// A dispute as its sender knows it, whole: what was raised, its result and who follows it. So no letter on it waits for another.
/// </summary>
public sealed record DisputeLetter : LetterContent
{
    public required string Raiser { get; init; }
    public required int Number { get; init; }
    public required string About { get; init; }
    public string? Concerning { get; init; }
    public required string Reason { get; init; }
    public required string Body { get; init; }
    public string? Expected { get; init; }
    public required string Basis { get; init; }
    public required string[] Citations { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset At { get; init; }
    public ToldDisputeResult? Result { get; init; }
    public required ToldFollowing[] Followings { get; init; }

    [JsonIgnore]
    public override bool IsWhole => Citations.All(c => c is not null) && Followings.All(f => f is not null);
}

public sealed record ToldDisputeResult(
    string Result,
    string Statement,
    string RecordedBy,
    DateTimeOffset At,
    string? Reference = null
);

public sealed record ToldFollowing(
    string Authority,
    int Number,
    bool Follows,
    DateTimeOffset At,
    string? Reason = null
);

/// <summary>Between what a file keeps of a dispute and what letters say.</summary>
internal static class DisputeTelling
{
    public static DisputeLetter Of(DisputeFile file) =>
        new()
        {
            Raiser = file.Dispute.Raiser,
            Number = file.Dispute.Number,
            About = file.Dispute.About,
            Concerning = file.Dispute.Concerning,
            Reason = file.Dispute.Reason,
            Body = file.Dispute.Body,
            Expected = file.Dispute.Expected,
            Basis = file.Dispute.Basis,
            Citations = file.Dispute.Citations,
            DueAt = file.Dispute.DueAt,
            At = file.Dispute.At,
            Result = file.Result is { } r ? new(r.Result, r.Statement, r.RecordedBy, r.At, r.Reference) : null,
            Followings =
            [
                .. file.Followings.Values.Select(f => new ToldFollowing(
                    f.Authority,
                    f.Number,
                    f.Follows,
                    f.At,
                    f.Reason
                )),
            ],
        };

    public static Dispute DisputeOf(DisputeLetter told) =>
        new(
            told.Raiser,
            told.Number,
            told.About,
            told.Concerning,
            told.Reason,
            told.Body,
            told.Expected,
            told.Basis,
            told.Citations,
            told.DueAt.ToUniversalTime(),
            told.At.ToUniversalTime()
        );

    public static DisputeResult? ResultOf(DisputeLetter told) =>
        told.Result is { } r ? new(r.Result, r.Statement, r.Reference, r.RecordedBy, r.At.ToUniversalTime()) : null;

    public static Following[] FollowingsOf(DisputeLetter told) =>
        [
            .. told.Followings.Select(f => new Following(
                f.Authority,
                f.Number,
                f.Follows,
                f.Reason,
                f.At.ToUniversalTime()
            )),
        ];
}
