namespace CaseCoordination.TreatyLaw;

/// <summary>How an instrument counts its periods.</summary>
public sealed record CalendarRule(string Rule, bool RollsOver)
{
    public static CalendarRule None { get; } = new("none", RollsOver: false);

    internal static CalendarRule Read(LawFields fields)
    {
        if (fields.Node("calendar") is LawScalar { Text: "none" } or null)
        {
            return None;
        }

        if (fields.Fields("calendar") is not { } calendar)
        {
            return None;
        }

        var rule = calendar.Required("rule");
        calendar.Required("holidays", Words.Of("acting-authority"));
        var rolls = calendar.Truth("rollOver") ?? true;
        calendar.Done();
        return new CalendarRule(rule, rolls);
    }
}
