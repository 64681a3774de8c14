using CaseCoordination.Platform.Messaging;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CaseCoordination.Platform.Http;

/// <summary>What operators see and do: what is parked, why, until when, and trying it now.</summary>
internal static class Operations
{
    private const int Attempts = 8;
    private const int Most = 500;

    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        var operations = app.MapGroup("/api/operations").RequireRoles(Roles.Operator).WithTags("Operations");
        operations
            .MapGet("/parked", ListAsync)
            .WithSummary("Stuck announcements and messages, with reason and next retry.");
        operations.MapPut("/parked/retry", RetryAsync).WithSummary("Tries everything that is parked now.");
    }

    private static async Task<IResult> ListAsync(
        AuthoritySession session,
        AuthoritySessions sessions,
        CancellationToken cancellation
    )
    {
        await using var node = sessions.Open(ParkingLot.Node, "platform");
        var streams = await session.Documents.Query<ParkedStream>().Take(Most).ToListAsync(cancellation);
        var messages = await MessagesAsync(session, cancellation);
        messages = [.. messages, .. await MessagesAsync(node, cancellation)];
        return Results.Ok(
            streams
                .Select(s => new ParkedView(
                    "announcement",
                    s.Id,
                    s.Aggregate,
                    s.Reason,
                    s.Since,
                    s.Attempts,
                    s.NextRetryAt
                ))
                .Concat(
                    messages.Select(m => new ParkedView(
                        "message",
                        m.Id,
                        m.Contract.Split('.')[^1],
                        m.Reason,
                        m.Since,
                        m.Attempts,
                        m.NextRetryAt
                    ))
                )
                .OrderBy(p => p.Since)
        );
    }

    private static Task<IReadOnlyList<ParkedMessage>> MessagesAsync(
        AuthoritySession session,
        CancellationToken cancellation
    ) => session.Documents.Query<ParkedMessage>().Take(Most).ToListAsync(cancellation);

    private static async Task<IResult> RetryAsync(
        AuthoritySession session,
        AuthoritySessions sessions,
        TimeProvider clock,
        CancellationToken cancellation
    )
    {
        var now = clock.GetUtcNow();
        await using var node = sessions.Open(ParkingLot.Node, "platform");
        await HurryAsync(session, now, cancellation);
        await HurryAsync(node, now, cancellation);
        return Results.Accepted();
    }

    // The announcer and the retry change rows of their own accord; a row that changed meanwhile is read again.
    private static async Task HurryAsync(AuthoritySession owner, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            foreach (var row in await owner.Documents.Query<ParkedStream>().Take(Most).ToListAsync(cancellation))
            {
                owner.Documents.UpdateRevision(row with { NextRetryAt = now }, row.Version + 1);
            }

            foreach (var row in await MessagesAsync(owner, cancellation))
            {
                owner.Documents.Store(row with { NextRetryAt = now });
            }

            try
            {
                await owner.SaveAsync(cancellation);
                return;
            }
            catch (JasperFx.ConcurrencyException) when (attempt < Attempts)
            {
                owner.Documents.EjectAllPendingChanges();
            }
        }
    }
}

/// <summary>One parked thing; ids and states only.</summary>
internal sealed record ParkedView(
    string What,
    string Id,
    string Of,
    string Reason,
    DateTimeOffset Since,
    int Attempts,
    DateTimeOffset NextRetryAt
);
