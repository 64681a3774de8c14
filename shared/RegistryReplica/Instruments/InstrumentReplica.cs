using CaseCoordination.Contracts.TreatyRegistry.V1;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.RegistryReplica;

/// <summary>
/// This service's copy of one publication: the terms that decide from a day on, until a publication with a later day. Earlier
/// ones stay, because decisions keep the version they used.
/// </summary>
public sealed record InstrumentReplica
{
    /// <summary>Instrument and first day.</summary>
    public required string Id { get; init; }

    public long Revision { get; set; }
    public required string InstrumentId { get; init; }
    public required DateOnly EffectiveFrom { get; init; }
    public required string ContentHash { get; init; }

    /// <summary>The instrument in its canonical JSON text.</summary>
    public required string Terms { get; init; }

    /// <summary>Reads an announcement; terms that do not have the announced hash are an error and nothing is kept.</summary>
    public static InstrumentReplica Of(InstrumentPublished publication)
    {
        var from = IsoDate.Read(publication.EffectiveFrom);
        var instrument = InstrumentJson.Read(publication.Terms, publication.InstrumentId);
        if (instrument.Id != publication.InstrumentId || instrument.ContentHash != publication.ContentHash)
        {
            throw new InvalidDataException($"The terms announced for {publication.InstrumentId} have another hash.");
        }

        return new InstrumentReplica
        {
            Id = $"{publication.InstrumentId}@{IsoDate.Write(from)}",
            Revision = publication.Revision,
            InstrumentId = publication.InstrumentId,
            EffectiveFrom = from,
            ContentHash = publication.ContentHash,
            Terms = publication.Terms,
        };
    }
}
