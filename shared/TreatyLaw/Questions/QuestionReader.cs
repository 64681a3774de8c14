namespace CaseCoordination.TreatyLaw;

/// <summary>Reads a question of any of the four sorts from a text with request, disclosure, action or clock, and facts.</summary>
public static class QuestionReader
{
    /// <summary>
    /// An <see cref="AssistanceRequest"/>, <see cref="Disclosure"/>, <see cref="CoordinationStep"/> or
    /// <see cref="ClockQuestion"/>, or null where none is stated.
    /// </summary>
    public static object? Read(LawFields fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var facts = FactsReader.Read(fields.Fields("facts"));
        object? found = null;
        foreach (var (name, read) in Sorts)
        {
            if (fields.Fields(name) is not { } question)
            {
                continue;
            }

            if (found is not null)
            {
                fields.Report(question.Map.Place, $"'{name}' is a second question", "ask one thing at a time");
            }

            found = read(question, facts);
            question.Done();
        }

        if (found is null)
        {
            fields.Report(fields.Map.Place, "nothing is asked", "add one of request, disclosure, action, clock");
        }

        return found;
    }

    private static readonly (string Name, Func<LawFields, Facts, object> Read)[] Sorts =
    [
        ("request", RequestReader.Read),
        ("disclosure", DisclosureReader.Read),
        ("action", StepReader.Read),
        ("clock", ClockReader.Read),
    ];
}
