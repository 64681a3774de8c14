namespace CaseCoordination.RegistryReplica;

/// <summary>What a service holds of the registry: two services with the same digest decide by the same law.</summary>
public sealed record ReplicaReport
{
    /// <summary>One hash over all contents, whatever their revisions.</summary>
    public required string Digest { get; init; }

    public required IReadOnlyList<HeldAuthority> Authorities { get; init; }
    public required IReadOnlyList<HeldInstrument> Instruments { get; init; }
    public required IReadOnlyList<HeldParticipation> Participations { get; init; }

    public static ReplicaReport Of(
        IEnumerable<HeldAuthority> authorities,
        IEnumerable<HeldInstrument> instruments,
        IEnumerable<HeldParticipation> participations
    )
    {
        var report = new ReplicaReport
        {
            Digest = "",
            Authorities = [.. authorities.OrderBy(a => a.Code, StringComparer.Ordinal)],
            Instruments = [.. instruments.OrderBy(i => i.Id, StringComparer.Ordinal).ThenBy(i => i.EffectiveFrom)],
            Participations =
            [
                .. participations
                    .OrderBy(p => p.Authority, StringComparer.Ordinal)
                    .ThenBy(p => p.Instrument, StringComparer.Ordinal),
            ],
        };
        return report with
        {
            Digest = ContentHash.OfAll(
                report
                    .Authorities.Select(a => $"authority {a.Code} {a.Hash}")
                    .Concat(
                        report.Instruments.Select(i =>
                            $"instrument {i.Id} {IsoDate.Write(i.EffectiveFrom)} {i.ContentHash}"
                        )
                    )
                    .Concat(report.Participations.Select(p => $"participation {p.Authority} {p.Instrument} {p.Hash}"))
            ),
        };
    }
}

public sealed record HeldAuthority(string Code, long Revision, string Hash);

public sealed record HeldInstrument(string Id, DateOnly EffectiveFrom, long Revision, string ContentHash);

public sealed record HeldParticipation(string Authority, string Instrument, long Revision, string Hash);
