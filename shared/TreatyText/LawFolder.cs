using System.Collections.Immutable;

namespace CaseCoordination.TreatyText;

/// <summary>Reads law from a folder: an instrument per file, and under cast/ who there is and who is party.</summary>
public static class LawFolder
{
    /// <summary>All of it or nothing; throws <see cref="LawTextException"/> with every problem found.</summary>
    public static LawBook Load(string folder)
    {
        var problems = new List<LawProblem>();
        var instruments = Instruments(folder, problems);
        var casts = Files(Path.Combine(folder, "cast")).Select(file => ReadCast(file, problems)).ToList();
        if (problems.Count > 0)
        {
            throw new LawTextException([.. problems]);
        }

        var book = LawBook.Build(
            instruments,
            casts.SelectMany(cast => cast.Participations),
            casts.SelectMany(cast => cast.Authorities)
        );
        return book.UnregisteredParties.IsEmpty ? book : throw new LawTextException(book.UnregisteredParties);
    }

    /// <summary>The instruments of a folder without anybody being party to them.</summary>
    public static ImmutableArray<Instrument> LoadInstruments(string folder)
    {
        var problems = new List<LawProblem>();
        var instruments = Instruments(folder, problems);
        return problems.Count == 0 ? instruments : throw new LawTextException([.. problems]);
    }

    /// <summary>One instrument from its text.</summary>
    public static Instrument ReadInstrument(string text, string source) =>
        InstrumentReader.Read(YamlText.Read(text, source));

    /// <summary>Authorities, holidays and participations from their text.</summary>
    public static Cast ReadCast(string text, string source) => CastReader.Read(YamlText.Read(text, source));

    internal static IEnumerable<string> Files(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal) : [];

    private static ImmutableArray<Instrument> Instruments(string folder, List<LawProblem> problems)
    {
        if (!Directory.Exists(folder))
        {
            problems.Add(
                new LawProblem(new LawPlace(folder, 0), null, "there is no such folder", "name the folder of law")
            );
        }

        return
        [
            .. Files(folder)
                .Select(file => Guard(() => InstrumentReader.Read(Parse(file), problems), problems))
                .OfType<Instrument>(),
        ];
    }

    private static Cast ReadCast(string file, List<LawProblem> problems) =>
        Guard(() => CastReader.Read(Parse(file), problems), problems) ?? new Cast([], []);

    private static LawNode Parse(string file) => YamlText.Read(File.ReadAllText(file), file);

    private static T? Guard<T>(Func<T?> read, List<LawProblem> problems)
        where T : class
    {
        try
        {
            return read();
        }
        catch (LawTextException failure)
        {
            problems.AddRange(failure.Problems);
            return null;
        }
    }
}
