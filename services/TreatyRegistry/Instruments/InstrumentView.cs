using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Proposals;

namespace CaseCoordination.TreatyRegistry.Instruments;

/// <summary>An instrument and all publications of its terms, without the terms.</summary>
public sealed record InstrumentView
{
    public required string Id { get; init; }
    public required Guid StreamId { get; init; }

    /// <summary>Version of the stream; what If-Match takes.</summary>
    public required long Version { get; init; }

    /// <summary>The earliest first.</summary>
    public required IReadOnlyList<PublicationView> Publications { get; init; }

    /// <summary>The publication that decides on a day.</summary>
    public PublicationView? On(DateOnly day) => Publications.LastOrDefault(p => p.EffectiveFrom <= day);

    internal static IEnumerable<object> Of(Instrument state, StreamFacts facts)
    {
        foreach (var proposal in ProposalView.Of(state.Proposals, facts))
        {
            yield return proposal;
        }

        if (state.Publications.IsEmpty)
        {
            yield break;
        }

        var publications = state.Publications.Values.ToList();
        yield return new InstrumentView
        {
            Id = publications[0].Publication.InstrumentId,
            StreamId = facts.Id,
            Version = facts.Version,
            Publications = [.. publications.Select(PublicationView.Of)],
        };
        foreach (
            var publication in publications
                .Select(p => p.Publication)
                .DistinctBy(p => p.ContentHash, StringComparer.Ordinal)
        )
        {
            yield return new TermsView
            {
                Id = TermsView.Key(publication.InstrumentId, publication.ContentHash),
                ContentHash = publication.ContentHash,
                Terms = publication.Terms,
            };
        }
    }
}

/// <summary>Which version of the terms decides from which day on, and who is behind it.</summary>
public sealed record PublicationView
{
    public required string InstrumentId { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string ContentHash { get; init; }
    public required string Title { get; init; }
    public required string Edition { get; init; }
    public required bool Binding { get; init; }
    public required long Revision { get; init; }
    public required string RecordedBy { get; init; }
    public string? ApprovedBy { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }

    internal static PublicationView Of(PublicationRecorded recorded) =>
        new()
        {
            InstrumentId = recorded.Publication.InstrumentId,
            EffectiveFrom = recorded.Publication.EffectiveFrom,
            ContentHash = recorded.Publication.ContentHash,
            Title = recorded.Publication.Title,
            Edition = recorded.Publication.Edition,
            Binding = recorded.Publication.Binding,
            Revision = recorded.Publication.Revision,
            RecordedBy = recorded.Source.By,
            ApprovedBy = recorded.Source.ApprovedBy,
            RecordedAt = recorded.Source.At,
        };
}

/// <summary>One version of an instrument's terms; never changed, never removed.</summary>
public sealed record TermsView
{
    /// <summary>Instrument and content hash.</summary>
    public required string Id { get; init; }

    public required string ContentHash { get; init; }

    /// <summary>The instrument in its canonical JSON text.</summary>
    public required string Terms { get; init; }

    public static string Key(string instrument, string contentHash) => $"{instrument}@{contentHash}";
}
