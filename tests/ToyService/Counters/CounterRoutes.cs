using CaseCoordination.Platform.Http;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.ToyService.Counters;

/// <summary>A new counter.</summary>
public sealed record NewCounter
{
    public Guid? Id { get; init; }
    public required string Note { get; init; }
    public string? Hearer { get; init; }
    public int? Limit { get; init; }
    public DateTimeOffset? RingsAt { get; init; }
}

/// <summary>A counter's new note.</summary>
public sealed record NewNote(string Note);

/// <summary>Counters over HTTP.</summary>
internal static class CounterRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var counters = app.MapGroup("/api/counters").RequireRoles(Roles.Officer).WithTags("Counters");
        counters.MapGet("/{counterId:guid}", ShowAsync).Produces<CounterView>();
        counters.MapGet("/fault", () => Throw()).ExcludeFromDescription();
        counters.MapPost("/", StartAsync).Creates("/api/counters").WithSummary("Sets up a counter.");
        counters.MapPost("/{counterId:guid}/counts", CountAsync).WithSummary("Counts one up.");
        counters.MapPost("/{counterId:guid}/contested-counts", CountContestedAsync);
        counters.MapPut("/{counterId:guid}/note", RewriteAsync).WithMetadata(new Preconditions.Required());
    }

    private static async Task<IResult> ShowAsync(Guid counterId, AuthoritySession session, CancellationToken stop) =>
        await session.Documents.LoadAsync<CounterView>(counterId, stop) is { } view
            ? Results.Ok(view)
            : Problems.NotFound();

    private static async Task<IResult> StartAsync(
        NewCounter body,
        AuthoritySession session,
        Caller caller,
        CancellationToken stop
    )
    {
        var shape = new Shape().Text("note", body.Note, 100);
        if (shape.IsWrong)
        {
            return shape.Problem();
        }

        var id = body.Id ?? Guid.CreateVersion7();
        var started = new CounterStarted(
            id,
            caller.Authority,
            body.Note,
            body.Hearer ?? caller.Authority,
            body.Limit ?? int.MaxValue,
            body.RingsAt
        );
        var outcome = await session.DecideAsync<Counter, CounterEvent>(
            id,
            current => current.IsStarted ? new Decider.NoChange() : started,
            stop
        );
        return outcome.ToResult();
    }

    private static async Task<IResult> CountAsync(Guid counterId, AuthoritySession session, CancellationToken stop) =>
        (await session.DecideAsync<Counter, CounterEvent>(counterId, CounterRules.Count, stop)).ToResult();

    // Before each attempt another writer gets in first, as many times as asked: a race that is lost for certain.
    private static async Task<IResult> CountContestedAsync(
        Guid counterId,
        int losses,
        AuthoritySession session,
        AuthoritySessions sessions,
        CancellationToken stop
    )
    {
        var outcome = await session.DecideAsync<Counter, CounterEvent>(
            counterId,
            current =>
            {
                if (losses-- > 0)
                {
                    Task.Run(() => RivalAsync(sessions, session.Authority, counterId), stop).GetAwaiter().GetResult();
                }

                return CounterRules.Count(current);
            },
            stop
        );
        return outcome.ToResult();
    }

    private static async Task RivalAsync(AuthoritySessions sessions, string authority, Guid counter)
    {
        await using var rival = sessions.Open(authority, "rival");
        await rival.DecideAsync<Counter, CounterEvent>(counter, CounterRules.Count, CancellationToken.None);
    }

    private static async Task<IResult> RewriteAsync(
        Guid counterId,
        NewNote body,
        AuthoritySession session,
        CancellationToken stop
    ) =>
        (
            await session.DecideAsync<Counter, CounterEvent>(
                counterId,
                current => CounterRules.Rewrite(current, body.Note),
                stop
            )
        ).ToResult();

    private static IResult Throw() => throw new InvalidOperationException("A text that nobody outside may read.");
}
