using CaseCoordination.DataSharing.Notices.Domain;
using CaseCoordination.Decider;
using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;

namespace CaseCoordination.DataSharing.Notices;

/// <summary>Where a person's commands on a notice arrive: nothing is decided on one that the person may not know.</summary>
public sealed class NoticeDesk(AuthoritySession session, Caller caller, TimeProvider clock)
{
    public AuthoritySession Session => session;
    public Caller Caller => caller;

    public Turn NewTurn()
    {
        var now = clock.GetUtcNow();
        return new Turn(caller.Subject, Guid.CreateVersion7(now), now);
    }

    /// <summary>The notice if the caller may know it.</summary>
    public async Task<Notice?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var (file, _) = await session.LoadAsync<Notice>(id, cancellation);
        return Hides(file) is null ? file : null;
    }

    public async Task<IResult> DecideAsync(
        Guid id,
        Func<Notice, Turn, Decision<NoticeEvent>> decide,
        CancellationToken cancellation
    )
    {
        var turn = NewTurn();
        var outcome = await session.DecideAsync<Notice, NoticeEvent>(
            id,
            current => Hides(current) is { } hidden ? hidden : decide(current, turn),
            cancellation
        );
        return outcome.ToResult();
    }

    private Refusal? Hides(Notice file) =>
        file.Stage == NoticeStage.Unknown || Visibility.Of(caller, file.Groups, file.Members) != Sight.Whole
            ? Refusal.Unknown("notice-unknown", "There is no such notice.")
            : null;
}
