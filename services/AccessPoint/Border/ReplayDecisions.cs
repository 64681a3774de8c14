using System.Text.Json;
using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyLaw;
using JasperFx.Events;
using Marten;
using Marten.Events;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>
/// Judges every stored decision again by the law as it stood, and reports any that differs by a byte, whether in the event that
/// froze it or in what people are shown of it.
/// </summary>
internal static class ReplayDecisions
{
    public const string Command = "replay";
    private const int Batch = 500;

    /// <returns>0 when all are the same, 1 when one differs or cannot be replayed.</returns>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var sessions = services.GetRequiredService<AuthoritySessions>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Replay");
        var books = new Dictionary<string, LawBook?>(StringComparer.Ordinal);
        var (replayed, different) = (0, 0);
        foreach (var authority in services.GetRequiredService<HostedAuthorities>().Codes)
        {
            await using var session = sessions.Open(authority, "replay");
            await foreach (var (letter, wrong) in AllAsync(session, books))
            {
                replayed++;
                if (wrong is not null)
                {
                    different++;
                    logger.LogError(
                        "The decision on letter {Letter} of {Authority} differs: {Wrong}.",
                        letter,
                        authority,
                        wrong
                    );
                }
            }
        }

        logger.LogInformation("{Replayed} decisions replayed, {Different} differ.", replayed, different);
        return different == 0 ? 0 : 1;
    }

    private static async IAsyncEnumerable<(Guid Letter, string? Wrong)> AllAsync(
        AuthoritySession session,
        Dictionary<string, LawBook?> books
    )
    {
        for (long after = 0; ; )
        {
            var events = await session
                .Documents.Events.QueryAllRawEvents()
                .Where(e => e.Sequence > after && e.EventTypesAre(StoredDecision.Events))
                .OrderBy(e => e.Sequence)
                .Take(Batch)
                .ToListAsync();
            var views = (
                await session.Documents.LoadManyAsync<LetterView>(events.Select(e => e.StreamId))
            ).ToDictionary(v => v.Id);
            foreach (var e in events)
            {
                if (!StoredDecision.IsShown(e.Data, views.GetValueOrDefault(e.StreamId)))
                {
                    yield return (e.StreamId, "what is shown is not what was decided");
                }
                else if (StoredDecision.Of(e.Data) is { IsOfForm: false } stored)
                {
                    yield return (e.StreamId, await WrongAsync(session, e.Data, stored, books));
                }
            }

            if (events.Count < Batch)
            {
                yield break;
            }

            after = events[^1].Sequence;
        }
    }

    private static async Task<string?> WrongAsync(
        AuthoritySession session,
        object @event,
        StoredDecision stored,
        Dictionary<string, LawBook?> books
    )
    {
        if (stored is not { Book: { } hash, Asked: { } asked })
        {
            return "the law book or the question is not named";
        }

        try
        {
            if (!books.TryGetValue(hash, out var book))
            {
                books[hash] = book = await BookShelf.FindAsync(session, hash, CancellationToken.None);
            }

            return book is null ? "the law book is gone or altered"
                : StoredDecision.IsRepeated(@event, JudgedAsk.Read(asked).JudgeBy(book)) ? null
                : "the law says otherwise";
        }
        catch (Exception e) when (e is JsonException or FormatException or LawTextException)
        {
            return "the question or the law book cannot be read";
        }
    }
}
