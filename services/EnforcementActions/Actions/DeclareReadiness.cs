using CaseCoordination.Decider;
using CaseCoordination.EnforcementActions.Actions.Domain;
using CaseCoordination.EnforcementActions.Actions.Letters;

namespace CaseCoordination.EnforcementActions.Actions;

/// <summary>What the law says of declining to take part on a ground.</summary>
/// <param name="IsOffered">The instrument, or the basis of the proposal, offers this ground.</param>
public sealed record GroundPermission(bool IsOffered, string Explanation, IReadOnlyList<string> Citations);

/// <summary>This authority's own word on the plan: ready, declined on a permitted ground, or hold.</summary>
/// <param name="Permission">For declining: what the law says of the ground.</param>
/// <param name="Clock">How good this authority's clock is when it commits itself.</param>
public sealed record DeclareReadiness(
    Readiness Readiness,
    string? Ground,
    string? Reason,
    GroundPermission? Permission,
    ClockReading? Clock
)
{
    public static Decision<ActionEvent> Decide(CoordinatedAction current, DeclareReadiness command, Turn turn)
    {
        if (Refusals.VotesClosed(current, turn) is { } closed)
        {
            return closed;
        }

        if (Refuse(current, command, turn) is { } refusal)
        {
            return refusal;
        }

        var fingerprint = current.Plan.FingerprintFor(current.Authority);
        if (
            current.OwnVote is { } last
            && last.Readiness == command.Readiness
            && last.Fingerprint == fingerprint
            && last.Ground == command.Ground
            && last.Reason == command.Reason
        )
        {
            return new NoChange();
        }

        var vote = new Vote(
            (current.OwnVote?.Number ?? 0) + 1,
            command.Readiness,
            fingerprint,
            command.Readiness == Readiness.Ready ? [.. current.Titles.Values] : [],
            command.Ground,
            command.Reason,
            [.. command.Permission?.Citations ?? []],
            command.Clock,
            turn.Now
        );
        var declared = new ReadinessDeclared(vote, turn.By, turn.Now);
        return current.IsLead
            ? Orders.React(current, [declared], turn)
            : new ActionEvent[]
            {
                declared,
                Outbound.Reply(
                    current.Evolve(declared),
                    current.Lead,
                    ActionLetterKinds.Readiness,
                    Told.Vote(vote),
                    turn
                ),
            };
    }

    private static Refusal? Refuse(CoordinatedAction current, DeclareReadiness command, Turn turn)
    {
        switch (command.Readiness)
        {
            case Readiness.Ready when current.Preparers.Contains(turn.By):
                return Refusals.SamePerson;
            case Readiness.Ready:
                var missing = current
                    .Plan.MeasuresOf(current.Authority)
                    .Select(m => m.Id)
                    .Except(current.Titles.Keys, StringComparer.Ordinal)
                    .ToList();
                return missing.Count > 0
                    ? new Refusal("title-missing", $"Record the legal title of {string.Join(", ", missing)} first.")
                    : null;
            case Readiness.Declined when command.Permission is not { IsOffered: true }:
                return new Refusal(
                    "ground-not-permitted",
                    command.Permission?.Explanation ?? "Nothing permits declining on this ground.",
                    "ground"
                );
            default:
                return null;
        }
    }
}
