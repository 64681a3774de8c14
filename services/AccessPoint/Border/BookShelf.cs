using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CaseCoordination.Platform.Store;
using CaseCoordination.TreatyLaw;

namespace CaseCoordination.AccessPoint.Border;

/// <summary>The law as it stood when a decision was made, kept once under the hash of its text.</summary>
public sealed record LawBookPage
{
    /// <summary>SHA-256 of the text.</summary>
    public required string Id { get; init; }

    public required string Text { get; init; }
}

/// <summary>
/// Keeps every law book that a decision used, so that the decision can be replayed when treaties have changed. A book is stored
/// before the first decision that uses it; books change as rarely as treaties do.
/// </summary>
public sealed class BookShelf(AuthoritySessions sessions)
{
    private const string Node = "NODE";
    private readonly ConditionalWeakTable<LawBook, LawBookPage> _pages = [];
    private readonly ConcurrentDictionary<string, bool> _kept = new(StringComparer.Ordinal);

    /// <summary>The hash of the book, which is stored when this returns.</summary>
    public async ValueTask<string> KeepAsync(LawBook book, CancellationToken cancellation)
    {
        var page = _pages.GetValue(book, PageOf);
        if (!_kept.ContainsKey(page.Id))
        {
            await using var session = sessions.Open(Node, "border");
            session.Documents.Store(page);
            await session.SaveAsync(cancellation);
            _kept[page.Id] = true;
        }

        return page.Id;
    }

    /// <summary>The book of a hash, as it was; null where it is gone, or is not any more what its hash says.</summary>
    public static async Task<LawBook?> FindAsync(
        AuthoritySession session,
        string hash,
        CancellationToken cancellation
    ) =>
        await session.Documents.LoadAsync<LawBookPage>(hash, cancellation) is { } page
        && ContentHash.Of(page.Text) == hash
            ? LawBookJson.Read(page.Text)
            : null;

    private static LawBookPage PageOf(LawBook book)
    {
        var text = LawBookJson.Write(book);
        return new LawBookPage { Id = ContentHash.Of(text), Text = text };
    }
}
