using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>The content of an item is read: recorded before it is shown, and refused where the item may only be deleted.</summary>
public sealed record RecordRead(string What)
{
    public static Decision<HoldingEvent> Decide(Holding current, RecordRead command, Turn turn) =>
        !current.IsKnown ? Refusal.Unknown("item-unknown", "There is no such item.")
        : ItemLaw.Blocked(current) is { } blocked ? blocked
        : new HoldingRead(command.What, turn.By, turn.Now);
}

/// <summary>The chain of custody, for whoever shows contents.</summary>
public static class HoldingCustody
{
    /// <summary>Records a read; a refusal says that the content must not be shown.</summary>
    /// <param name="session">The holder's session.</param>
    /// <param name="holding">The item.</param>
    /// <param name="what">What was read, such as content or preview.</param>
    /// <param name="turn">Who reads, and when.</param>
    /// <param name="cancellation">Stops before the record.</param>
    public static async Task<Refusal?> RecordReadAsync(
        AuthoritySession session,
        Guid holding,
        string what,
        Turn turn,
        CancellationToken cancellation
    ) =>
        (
            await Beside.DecideAsync<Holding, HoldingEvent>(
                session,
                holding,
                current => RecordRead.Decide(current, new(what), turn),
                cancellation
            )
        ).Refusal;
}
