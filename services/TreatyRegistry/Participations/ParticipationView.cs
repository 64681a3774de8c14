using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyRegistry.Participations.Domain;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Participations;

/// <summary>An authority's part in an instrument as everyone sees it.</summary>
public sealed record ParticipationView
{
    /// <summary>The stream.</summary>
    public required Guid Id { get; init; }

    public required long Version { get; init; }

    /// <summary>Version at which the record was announced last.</summary>
    public required long Revision { get; init; }

    /// <summary>Hash of the content, by which copies are compared.</summary>
    public required string Hash { get; init; }

    public required string Authority { get; init; }
    public required string InstrumentId { get; init; }

    /// <summary>full, committed, suspended or withdrawn.</summary>
    public required string Status { get; init; }

    public required DateOnly From { get; init; }
    public DateOnly? To { get; init; }
    public DateOnly? NoticeGiven { get; init; }
    public string? List { get; init; }

    /// <summary>Absent where the list itself says what the authority can do.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>Nobody has checked it against the depositary's list yet.</summary>
    public required bool Unverified { get; init; }

    public required string RecordedBy { get; init; }
    public string? ApprovedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    internal static IEnumerable<object> Of(Participation state, StreamFacts facts)
    {
        foreach (var proposal in ProposalView.Of(state.Proposals, facts))
        {
            yield return proposal;
        }

        if (state is { Record: { } record, Source: { } source })
        {
            yield return new ParticipationView
            {
                Id = facts.Id,
                Version = facts.Version,
                Revision = record.Revision,
                Hash = ParticipationReplica.Of(ParticipationAnnouncements.Contract(record)).Hash,
                Authority = record.Authority,
                InstrumentId = record.InstrumentId,
                Status = record.Status,
                From = record.From,
                To = record.To,
                NoticeGiven = record.NoticeGiven,
                List = record.List,
                Capabilities = record.Capabilities,
                Unverified = record.Unverified,
                RecordedBy = source.By,
                ApprovedBy = source.ApprovedBy,
                RecordedAt = source.At,
            };
        }
    }
}
