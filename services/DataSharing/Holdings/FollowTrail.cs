using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Decider;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>
/// What became known of an item that went on is recorded at the holding, and whoever gave the item is told: no more than
/// concerns its own notices, and deletions.
/// </summary>
public static class FollowTrail
{
    public static Decision<HoldingEvent> Decide(
        Holding current,
        Guid trail,
        IReadOnlyList<Whereabouts> known,
        Turn turn
    )
    {
        if (current.PassedOn.FirstOrDefault(p => p.Trail == trail) is not { } passed)
        {
            return new NoChange();
        }

        var notices = current.Notices.Select(n => n.Id).ToHashSet();
        Whereabouts[] onward = [.. known.Select(w => w.About(notices))];
        if (Whereabouts.AreSame([.. passed.Onward], onward))
        {
            return new NoChange();
        }

        var followed = new HoldingFollowed(trail, onward, turn.Now);
        return new HoldingEvent[] { followed, Outbound.Receipt(Fold.Onto(current, [followed]), turn) };
    }

    /// <summary>The item went on to another authority; the first word of it is that it is there.</summary>
    public static Decision<HoldingEvent> PassOn(Holding current, HoldingPassedOn passed) =>
        !current.IsKnown ? Refusal.Unknown("item-unknown", "There is no such item.")
        : current.PassedOn.Any(p => p.Trail == passed.Trail) ? new NoChange()
        : passed;
}
