using CaseCoordination.Decider;
using CaseCoordination.TreatyRegistry.Instruments.Domain;
using CaseCoordination.TreatyRegistry.Proposals.Domain;

namespace CaseCoordination.TreatyRegistry.Instruments;

/// <summary>Publishes a version of an instrument's terms, because two registrars agreed or because the deployment's file says so.</summary>
public static class PublishTerms
{
    /// <summary>The first version of an instrument decides for all the time before it: nothing earlier is known.</summary>
    public static readonly DateOnly Ever = DateOnly.MinValue;

    /// <param name="current">The instrument.</param>
    /// <param name="change">The terms.</param>
    /// <param name="contradiction">What would not fit the rest of the register, if anything.</param>
    /// <param name="today">The day on which it is decided.</param>
    /// <param name="source">Who is behind it.</param>
    public static Decision<InstrumentEvent> Decide(
        Instrument current,
        InstrumentChange change,
        string? contradiction,
        DateOnly today,
        ChangeSource source
    )
    {
        if (current.On(change.EffectiveFrom)?.ContentHash == change.ContentHash)
        {
            return new NoChange();
        }

        if (contradiction is not null)
        {
            return new Refusal("law-contradiction", contradiction, "terms");
        }

        return change.EffectiveFrom < today && !current.Publications.IsEmpty
            ? new Refusal(
                "retroactive",
                "Decisions taken since then rest on the terms published at the time; choose today or a later day.",
                "effectiveFrom"
            )
            : new TermsPublished(
                new Publication
                {
                    InstrumentId = change.InstrumentId,
                    Revision = current.Version + 1,
                    EffectiveFrom = change.EffectiveFrom,
                    ContentHash = change.ContentHash,
                    Title = change.Title,
                    Edition = change.Edition,
                    Binding = change.Binding,
                    Terms = change.Terms,
                },
                source
            );
    }

    /// <summary>What a deployment's file says: published, and again from today on if the file changed since it was read last.</summary>
    public static Decision<InstrumentEvent> DecideFromFile(
        Instrument current,
        InstrumentChange change,
        DateOnly today,
        DateTimeOffset now
    ) =>
        current.FileHash == change.ContentHash
            ? new NoChange()
            : Decide(
                current,
                change with
                {
                    EffectiveFrom = current.Publications.IsEmpty ? Ever : today,
                },
                null,
                today,
                ChangeSource.File(change.ContentHash, now)
            );
}
