using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings.Trails;

/// <summary>A released item gets a trail, restricted as its package is.</summary>
/// <param name="Package">The manifest as it goes out.</param>
/// <param name="Item">The item out of it.</param>
/// <param name="LetterId">The letter that brings it to its recipient; everything said about the item later rests on it.</param>
/// <param name="SourceHolding">The holding that is passed on; absent for what this authority made.</param>
public sealed record OpenTrail(
    PackageManifest Package,
    ManifestItem Item,
    string Releaser,
    string Recipient,
    Guid LetterId,
    Guid? SourceHolding,
    string[] Groups,
    string[] Members
)
{
    public Guid TrailId => HoldingIds.Of(Package.Package, Item.Number, Recipient);

    public static Decision<TrailEvent> Decide(Trail current, OpenTrail command, Turn turn) =>
        current.IsKnown
            ? new NoChange()
            : new TrailOpened(
                command.TrailId,
                command.Releaser,
                command.Recipient,
                command.Package.Package,
                command.Package.Reference,
                command.Package.Title,
                ItemOf.Manifest(command.Item),
                command.SourceHolding,
                command.Groups,
                command.Members,
                command.LetterId,
                turn.By,
                turn.Now
            );
}

/// <summary>Opens trails for whoever releases packages.</summary>
public sealed class TrailBook(Relay relay)
{
    /// <summary>
    /// Opens the trail, or leaves the one that is there, and records at the source holding that it went on; a recall that came
    /// meanwhile follows the item at once. The session's own key and version are not touched.
    /// </summary>
    public async Task<Guid> OpenAsync(
        AuthoritySession session,
        OpenTrail command,
        Turn turn,
        CancellationToken cancellation
    )
    {
        await Beside.DecideAsync<Trail, TrailEvent>(
            session,
            command.TrailId,
            current => OpenTrail.Decide(current, command, turn),
            cancellation
        );
        if (command.SourceHolding is { } source)
        {
            var passed = new HoldingPassedOn(
                command.TrailId,
                command.Package.Package,
                command.Item.Number,
                command.Recipient,
                turn.By,
                turn.Now
            );
            var holding = await Beside.DecideAsync<Holding, HoldingEvent>(
                session,
                source,
                current => FollowTrail.PassOn(current, passed),
                cancellation
            );
            await relay.DownAsync(session, holding.State, turn, cancellation);
        }

        return command.TrailId;
    }
}
