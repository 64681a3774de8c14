using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.DataSharing.Notices.Letters;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.RegistryReplica;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Sends a notice to partners whom an instrument entitles: those named, or all of them.</summary>
/// <param name="To">Authorities; empty for all that are entitled.</param>
public sealed record OfferNotice(string[] To)
{
    public static Refusal NotOwn { get; } = new("not-the-sender", "Only the authority that made it known can do this.");

    /// <summary>A partner that has it already gets it once; one whose letter was stopped gets another.</summary>
    public static Decision<NoticeEvent> Decide(
        Notice current,
        OfferNotice command,
        IReadOnlyList<Entitlement> entitlements,
        Turn turn
    )
    {
        if (Refuse(current, command, entitlements) is { } refusal)
        {
            return refusal;
        }

        var chosen = entitlements
            .Where(e =>
                e.IsEntitled && (command.To.Length == 0 || command.To.Contains(e.Partner, StringComparer.Ordinal))
            )
            .Where(e => !current.Recipients.TryGetValue(e.Partner, out var r) || LetterSteps.IsStopped(r.State))
            .ToArray();
        if (chosen.Length == 0)
        {
            return current.Recipients.IsEmpty
                ? new Refusal("nobody-entitled", "No instrument entitles any authority to it; the dry run says why.")
                : new NoChange();
        }

        var letters = chosen.Select(e => Outbound.Offer(current, e, turn)).ToArray();
        var offers = chosen.Zip(letters, (e, l) => new Offer(e.Partner, l.LetterId, e.Trigger, e.Decision.Basis));
        return new NoticeEvent[] { new NoticeOffered([.. offers], turn.By, turn.Now) }
            .Concat(letters)
            .ToArray();
    }

    internal static void Map(IEndpointRouteBuilder notices) =>
        notices
            .MapPost("/{id:guid}/offer", HandleAsync)
            .RequireRoles(Roles.Officer, Roles.System)
            .WithSummary("Sends the notice to the authorities in `to`, or to all that an instrument entitles.")
            .Produces<CommandResult>();

    internal static async Task<(LawBook Book, DateOnly Today)> BookAsync(
        NoticeDesk desk,
        LawBookCache law,
        CancellationToken cancellation
    )
    {
        var authority = desk.Session.Authority;
        var calendars = await Calendars.LoadAsync(desk.Session, [authority], cancellation);
        var today = calendars.DayOf(authority, desk.NewTurn().Now);
        return (await law.BookAsync(today, cancellation), today);
    }

    private static async Task<IResult> HandleAsync(
        Guid id,
        Body body,
        NoticeDesk desk,
        LawBookCache law,
        CancellationToken cancellation
    )
    {
        var shape = new Shape().Words("to", body.To, 500, 50);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var (book, today) = await BookAsync(desk, law, cancellation);
        return await desk.DecideAsync(
            id,
            (current, turn) =>
                Decide(
                    current,
                    new(Shapes.Distinct(body.To)),
                    current.IsOwn ? Entitlement.Of(book, current.Authority, current.Content, today) : [],
                    turn
                ),
            cancellation
        );
    }

    private static Refusal? Refuse(Notice current, OfferNotice command, IReadOnlyList<Entitlement> entitlements)
    {
        if (!current.IsOwn)
        {
            return NotOwn;
        }

        if (current.Withdrawn is not null)
        {
            return new Refusal("notice-withdrawn", "It was withdrawn; draft another.");
        }

        foreach (var (to, i) in command.To.Select((to, i) => (to, i)))
        {
            var found = entitlements.FirstOrDefault(e => e.Partner == to);
            if (found is not { IsEntitled: true })
            {
                return found is null
                    ? new Refusal("authority-unknown", $"The registry knows no other authority {to}.", $"to[{i}]")
                    : new Refusal(
                        "not-entitled",
                        $"No instrument entitles {to} to it ({found.StopReason}); the dry run says why.",
                        $"to[{i}]"
                    );
            }
        }

        return null;
    }

    public sealed record Body(string[]? To = null);
}
