namespace CaseCoordination.Demo.Matters;

/// <summary>Reads who plays which part, and that no authority plays two.</summary>
internal static class StoryReader
{
    private const int LongestCode = 50;

    public static Story Read(Fields f)
    {
        var story = new Story
        {
            Instrument = f.Optional("instrument", 100),
            InstrumentLine = f.LineOf("instrument"),
            Message = f.Text("message", 4000),
            Assistance = f.Texts("assistance", MatterWords.Assistance.Count, 100, MatterWords.Assistance),
            ContentFields = f.Texts("contentFields", MatterWords.ContentFields.Count, 100, MatterWords.ContentFields),
            Lead = f.Map("lead", ReadPart),
            Joins = f.Map("joins", ReadPart),
            Declines = f.Map("declines", ReadDeclining),
            Barred = f.OptionalMap("barred", b => new Barred(b.Text("authority", LongestCode), b.LineOf("authority"))),
            Together = f.OptionalMap("together", ReadTogether),
        };
        RequireDistinct(f, story);
        return story;
    }

    private static Part ReadPart(Fields f) =>
        new(
            f.Text("authority", LongestCode),
            f.LineOf("authority"),
            f.OneOf("outcome", MatterWords.Outcomes),
            f.Text("summary", 4000)
        );

    private static DecliningPart ReadDeclining(Fields f) =>
        new(
            f.Text("authority", LongestCode),
            f.LineOf("authority"),
            f.OneOf("ground", MatterWords.Grounds),
            f.Text("reason", 2000),
            f.OneOf("outcome", MatterWords.Outcomes),
            f.Text("summary", 4000)
        );

    private static Together ReadTogether(Fields f) =>
        new(
            f.Text("authority", LongestCode),
            f.LineOf("authority"),
            f.OneOf("ground", MatterWords.Grounds),
            f.Text("reason", 2000),
            f.Map("penalty", p => new Penalty(p.Amount("amount"), p.Amount("offset"), p.Currency("currency"))),
            f.Text("statement", 4000)
        );

    private static void RequireDistinct(Fields f, Story story)
    {
        var taken = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (part, authority, line) in Parts(story).Where(p => p.Authority.Length > 0))
        {
            if (!taken.TryAdd(authority, part))
            {
                f.WrongAt(
                    line,
                    $"{part}.authority",
                    $"{authority} is the authority of '{taken[authority]}' already.",
                    "Name another authority in each part."
                );
            }
        }
    }

    /// <summary>Every part with its authority and the line that names it.</summary>
    public static IEnumerable<(string Part, string Authority, int Line)> Parts(Story story)
    {
        yield return ("lead", story.Lead.Authority, story.Lead.Line);
        yield return ("joins", story.Joins.Authority, story.Joins.Line);
        yield return ("declines", story.Declines.Authority, story.Declines.Line);
        if (story.Barred is { } barred)
        {
            yield return ("barred", barred.Authority, barred.Line);
        }

        if (story.Together is { } together)
        {
            yield return ("together", together.Authority, together.Line);
        }
    }
}
