using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

namespace CaseCoordination.TreatyLaw;

/// <summary>A closed list of words, compared to the letter and always shown in the same order.</summary>
public sealed class Words : IEnumerable<string>
{
    private static readonly ConcurrentDictionary<string, Words> Known = new(StringComparer.Ordinal);

    private readonly FrozenSet<string> words;

    private Words(IEnumerable<string> words) => this.words = words.ToFrozenSet(StringComparer.Ordinal);

    public static Words Of(string words) =>
        Known.GetOrAdd(words, all => new(all.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(string.Intern)));

    public bool Contains(string word) => words.Contains(word);

    /// <summary>The list's own copy of a word, or null where it is not in the list.</summary>
    internal string? Find(string word) => words.TryGetValue(word, out var own) ? own : null;

    public Words And(Words more) => new(words.Concat(more));

    public Words And(string more) => And(Of(more));

    public IEnumerator<string> GetEnumerator() => words.Order(StringComparer.Ordinal).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Look-ups in short lists without allocating.</summary>
internal static class WordLists
{
    public static bool Has(this ImmutableArray<string> words, string word)
    {
        foreach (var other in words)
        {
            if (string.Equals(other, word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
