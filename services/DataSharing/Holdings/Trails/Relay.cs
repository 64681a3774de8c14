using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.DataSharing.Holdings.Trails.Domain;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Holdings.Trails;

/// <summary>
/// Joins what an authority received and what it passed on: notices go down from a holding to its trails, what recipients confirm
/// goes up from a trail to its holding. Every step changes nothing when it is repeated.
/// </summary>
public sealed class Relay(HoldingSettings settings)
{
    /// <summary>Notices of a holding to everybody it went on to.</summary>
    public async Task DownAsync(AuthoritySession session, Holding file, Turn turn, CancellationToken cancellation)
    {
        if (file.Notices.IsEmpty || file.PassedOn.IsEmpty)
        {
            return;
        }

        var calendars = await Calendars.LoadAsync(session, file.PassedOn.Select(p => p.To), cancellation);
        foreach (var passed in file.PassedOn)
        {
            foreach (var (command, own) in NoticesOf(file, turn))
            {
                var told = await Beside.DecideAsync<Trail, TrailEvent>(
                    session,
                    passed.Trail,
                    current =>
                        TellRecipient.Decide(current, command, settings.ConfirmBy(calendars, passed.To, own.Now), own),
                    cancellation
                );
                await UpAsync(session, told.State, turn, cancellation);
            }
        }
    }

    /// <summary>What is known of an item that went on, to the holding it was.</summary>
    public static async Task UpAsync(AuthoritySession session, Trail trail, Turn turn, CancellationToken cancellation)
    {
        if (trail.SourceHolding is { } source)
        {
            await Beside.DecideAsync<Holding, HoldingEvent>(
                session,
                source,
                current => FollowTrail.Decide(current, trail.Id, trail.Whereabouts, turn),
                cancellation
            );
        }
    }

    /// <summary>The commands that pass a holding's notices on; letters of different notices have different seeds.</summary>
    internal static IEnumerable<(TellRecipient Command, Turn Turn)> NoticesOf(Holding file, Turn turn) =>
        file.Notices.Select(n =>
            (
                new TellRecipient(n.Id, n.Kind, n.Originator, n.Text, n.ReplacedBy),
                turn with
                {
                    Seed = LetterIds.Of(turn.Seed, file.Authority, $"notice-{n.Id:N}"),
                }
            )
        );
}
