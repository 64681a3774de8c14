using System.Text;

namespace CaseCoordination.DataSharing.Records.Schemas;

/// <summary>Spellings under which the same thing is found.</summary>
public static class Names
{
    // A table of its own: what the platform makes of accents depends on the machine, and stored keys must not.
    private const char FirstAccented = (char)0xC0;
    private const char FirstMark = (char)0x300;
    private const char LastMark = (char)0x36F;
    private const string Bases =
        "aaaaaaæceeeeiiiiðnooooo×ouuuuyþßaaaaaaæceeeeiiiiðnooooo÷ouuuuyþyaaaaaaccccccccddddeeeeeeeeeegggg"
        + "gggghhħħiiiiiiiiiiĳĳjjkkĸllllllŀŀllnnnnnnŉŋŋooooooœœrrrrrrssssssssttttŧŧuuuuuuuuuuuuwwyyyzzzzzzſ";

    /// <summary>A field's name without regard to case, underscores, hyphens and spaces: <c>venue_mic</c> is <c>venueMic</c>.</summary>
    public static string FoldField(string name)
    {
        var folded = new StringBuilder(name.Length);
        foreach (var c in name.Where(c => c is not ('_' or '-' or ' ')))
        {
            folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    /// <summary>A value in lower case without accents, its words sorted: <c>Müller, Anna</c> is <c>Anna Muller</c>.</summary>
    public static string FoldWords(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Where(c => c is < FirstMark or > LastMark))
        {
            folded.Append(
                c is >= FirstAccented and < (char)0x180 ? Bases[c - FirstAccented]
                : char.IsWhiteSpace(c) || c is ',' or ';' ? ' '
                : char.ToLowerInvariant(c)
            );
        }

        var words = folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Array.Sort(words, StringComparer.Ordinal);
        return string.Join(' ', words);
    }
}
