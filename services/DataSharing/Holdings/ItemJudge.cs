using CaseCoordination.DataSharing.Holdings.Domain;
using CaseCoordination.Platform.Store;
using CaseCoordination.RegistryReplica;

namespace CaseCoordination.DataSharing.Holdings;

/// <summary>Judges acts on items, for people and for whoever is about to release one.</summary>
public sealed class ItemJudge(LawBookCache law)
{
    /// <summary>The ruling on an act; null when the authority has no such holding.</summary>
    /// <param name="session">The holder's session.</param>
    /// <param name="holding">The item.</param>
    /// <param name="act">Such as the disclosure that a release would be.</param>
    /// <param name="facts">Answers to the law's questions by predicate: yes, no or unknown.</param>
    /// <param name="now">When the act would take place.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<Ruling?> JudgeAsync(
        AuthoritySession session,
        Guid holding,
        Act act,
        IReadOnlyDictionary<string, string> facts,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var (file, _) = await session.LoadAsync<Holding>(holding, cancellation);
        return file.IsKnown ? (await BenchAsync(session, file, now, cancellation)).Judge(file, act, facts) : null;
    }

    /// <summary>The law and the calendars by which acts on an item are judged at an instant.</summary>
    public async Task<Bench> BenchAsync(
        AuthoritySession session,
        Holding file,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var calendars = await Calendars.LoadAsync(session, file.Originators.Append(file.Authority), cancellation);
        var today = calendars.DayOf(file.Authority, now);
        return new Bench(await law.BookAsync(today, cancellation), today, calendars);
    }
}

/// <summary>What rulings rest on besides the holding: the law of a day, the day where the holder sits, and calendars.</summary>
public sealed record Bench(TreatyLaw.LawBook Book, DateOnly Today, Calendars Calendars)
{
    public Ruling Judge(Holding file, Act act, IReadOnlyDictionary<string, string> facts) =>
        ItemLaw.Judge(Book, file, act, facts, Today, Calendars);
}
