using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>Changes a participation, because two registrars agreed or because the deployment's file says so.</summary>
public static class ChangeParticipation
{
    /// <param name="current">The participation.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="rules">What the register knows around it; absent when its day has come and it was approved before.</param>
    /// <param name="source">Who is behind it.</param>
    public static Decision<ParticipationEvent> Decide(
        Participation current,
        ParticipationChange change,
        PartyRules? rules,
        ChangeSource source
    )
    {
        if (RefusedBy(rules, change) is { } refusal)
        {
            return refusal;
        }

        return change.What switch
        {
            ParticipationChange.Accession => Accede.Decide(current, change, source),
            ParticipationChange.Record => RecordParticipation.Decide(current, change, source),
            _ => current.Record is { } record
                ? Decide(record with { Revision = current.Version + 1 }, change, source)
                : new Refusal(
                    "not-party",
                    "The authority has no part in the instrument; propose its accession.",
                    "what"
                ),
        };
    }

    /// <summary>What a deployment's file says: recorded, and again if the file changed since it was read last.</summary>
    public static Decision<ParticipationEvent> DecideFromFile(
        Participation current,
        ParticipationChange change,
        string fileHash,
        DateTimeOffset now
    ) =>
        current.FileHash == fileHash ? new NoChange() : Decide(current, change, null, ChangeSource.File(fileHash, now));

    private static Decision<ParticipationEvent> Decide(
        PartyRecord record,
        ParticipationChange change,
        ChangeSource source
    ) =>
        change.What switch
        {
            ParticipationChange.Notice => GiveNotice.Decide(record, change, source),
            ParticipationChange.Suspension => Suspend.Decide(record, source),
            ParticipationChange.Resumption => Resume.Decide(record, source),
            ParticipationChange.Withdrawal => Withdraw.Decide(record, change, source),
            ParticipationChange.CapabilityChange => ChangeCapabilities.Decide(record, change, source),
            _ => Verify.Decide(record, source),
        };

    /// <summary>Why the rules around a participation forbid it; null if they do not.</summary>
    public static Refusal? RefusedBy(PartyRules? rules, ParticipationChange change) =>
        rules switch
        {
            null => null,
            { Authority: false } => new Refusal("authority-unregistered", "Register the authority first.", "authority"),
            { Instrument: false } => new Refusal(
                "instrument-unpublished",
                "Publish the instrument first.",
                "instrument"
            ),
            { OpenTo: { Count: > 0 } only } when !only.Contains(change.Authority, StringComparer.Ordinal) =>
                new Refusal("instrument-closed", $"Only {string.Join(", ", only)} can be party to it.", "authority"),
            { Lists: { Count: > 0 } lists }
                when change.List is { } list && !lists.Contains(list, StringComparer.Ordinal) => new Refusal(
                "list-unknown",
                $"The instrument keeps these lists: {string.Join(", ", lists)}.",
                "list"
            ),
            _ => null,
        };
}
