using CaseCoordination.Contracts.AccessPoint.V1;
using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Packages.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>An item of a package that arrived becomes a holding, bound and restricted from the start.</summary>
/// <param name="Package">The manifest as it came.</param>
/// <param name="Item">The item out of it.</param>
/// <param name="Basis">The legal basis of the letter that brought it.</param>
/// <param name="Obligations">What that letter's basis binds it to.</param>
/// <param name="LetterId">The letter that brought it; everything said about the item later rests on it.</param>
public sealed record OpenHolding(
    PackageManifest Package,
    ManifestItem Item,
    string Holder,
    string Sender,
    Basis Basis,
    IReadOnlyList<LetterObligation> Obligations,
    Guid LetterId,
    string[] Groups,
    string[] Members
)
{
    public Guid HoldingId => HoldingIds.Of(Package.Package, Item.Number, Holder);

    public static Decision<HoldingEvent> Decide(
        Holding current,
        OpenHolding command,
        DateTimeOffset now,
        Calendars calendars,
        HoldingSettings settings
    )
    {
        if (current.IsKnown)
        {
            return new NoChange();
        }

        var conditions = ItemOf.Conditions(command.Package.Conditions);
        Binding[] bindings = [.. command.Obligations.Select(ItemOf.Binding)];
        var keep = Retention.Of(bindings, conditions, command.Holder, now, calendars, settings);
        return new HoldingOpened(
            command.HoldingId,
            command.Holder,
            command.Sender,
            command.Package.Package,
            command.Package.Reference,
            command.Package.Title,
            command.Package.Request,
            ItemOf.Manifest(command.Item),
            conditions,
            command.Basis,
            bindings,
            command.Groups,
            command.Members,
            keep,
            keep is null ? null : settings.DeleteBy(calendars, command.Holder, keep.At),
            command.LetterId,
            calendars.DayOf(command.Holder, now),
            now
        );
    }
}

/// <summary>Takes items in for whoever receives packages.</summary>
public sealed class HoldingIntake(HoldingSettings settings, TimeProvider clock)
{
    /// <summary>Opens the holding, or leaves the one that is there; the session's own key and version are not touched.</summary>
    public async Task<Guid> OpenAsync(AuthoritySession session, OpenHolding command, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var calendars = await Calendars.LoadAsync(session, [command.Holder, command.Sender], cancellation);
        await Beside.DecideAsync<Holding, HoldingEvent>(
            session,
            command.HoldingId,
            current => OpenHolding.Decide(current, command, now, calendars, settings),
            cancellation
        );
        return command.HoldingId;
    }
}

/// <summary>Decisions on further streams within one command: its key and its precondition belong to the stream it names.</summary>
internal static class Beside
{
    public static async Task<Outcome<TState>> DecideAsync<TState, TEvent>(
        AuthoritySession session,
        Guid id,
        Func<TState, Decision<TEvent>> decide,
        CancellationToken cancellation
    )
        where TState : class, IEvolve<TState>, new()
        where TEvent : class
    {
        var (key, seen) = (session.Idempotency, session.SeenVersion);
        (session.Idempotency, session.SeenVersion) = (null, null);
        try
        {
            return await session.DecideAsync(id, decide, cancellation);
        }
        finally
        {
            (session.Idempotency, session.SeenVersion) = (key, seen);
        }
    }
}

/// <summary>What manifests and letters say, as files keep it.</summary>
internal static class ItemOf
{
    public static Item Manifest(ManifestItem i) =>
        new(
            i.Number,
            i.Name,
            i.MediaType,
            i.Size,
            i.Sha256,
            i.Category,
            i.Tlp,
            i.Handling,
            i.PersonalData,
            i.Originator,
            i.Source,
            i.Chain,
            i.Withheld
        );

    public static Conditions Conditions(ManifestConditions c) => new(c.Purposes, c.Onward, c.KeepUntil, c.Note);

    public static Binding Binding(LetterObligation o) =>
        new(o.Term, o.About, o.Op, o.Effect, [.. o.Purposes], [.. o.Recipients], o.Keep, o.Survives, [.. o.Cites]);
}
