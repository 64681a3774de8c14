using CaseCoordination.AccessPoint.Letters;
using CaseCoordination.Platform.Security;
using CaseCoordination.Platform.Store;
using Marten;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>Judges every stored decision again by the law as it stood, and reports any that differs by a byte.</summary>
internal static class ReplayDecisions
{
    public const string Command = "replay";
    private const int Batch = 500;

    /// <returns>0 when all are the same, 1 when one differs or cannot be replayed.</returns>
    public static async Task<int> RunAsync(IServiceProvider services)
    {
        var sessions = services.GetRequiredService<AuthoritySessions>();
        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger("Replay");
        var (replayed, different) = (0, 0);
        foreach (var authority in services.GetRequiredService<HostedAuthorities>().Codes)
        {
            await using var session = sessions.Open(authority, "replay");
            var after = Guid.Empty;
            while (true)
            {
                var letters = await session
                    .Documents.Query<LetterView>()
                    .Where(l => l.Id.CompareTo(after) > 0)
                    .OrderBy(l => l.Id)
                    .Take(Batch)
                    .ToListAsync();
                foreach (var letter in letters.Where(l => l.Book is not null))
                {
                    replayed++;
                    if (!await IsSameAsync(session, letter))
                    {
                        different++;
                        logger.LogError(
                            "The decision on letter {Letter} of {Authority} differs.",
                            letter.Id,
                            authority
                        );
                    }
                }

                if (letters.Count < Batch)
                {
                    break;
                }

                after = letters[^1].Id;
            }
        }

        logger.LogInformation("{Replayed} decisions replayed, {Different} differ.", replayed, different);
        return different == 0 ? 0 : 1;
    }

    private static async Task<bool> IsSameAsync(AuthoritySession session, LetterView letter)
    {
        if (await BookShelf.FindAsync(session, letter.Book!, CancellationToken.None) is not { } book)
        {
            return false;
        }

        var asked = JudgedAsk.Read(letter.Asked!);
        var again = BorderLaw.Judge(
            book,
            asked.Question,
            asked.Sender,
            asked.Recipient,
            JudgedAsk.Day(asked.AskedOn),
            JudgedAsk.Day(asked.JudgedOn)
        );
        return string.Equals(again.Decision, letter.OwnDecision, StringComparison.Ordinal);
    }
}
